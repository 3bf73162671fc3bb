//===- FileTest.cpp - reading whole files, and files that are whole or absent ---------------===//
#include "runtime/io/File.h"
#include "core/Expect.h"
#include "io/Folder.h"
#include "runtime/io/AtomicFile.h"
#include <csignal>
#include <sys/resource.h>
#include <sys/stat.h>
#include <zlib.h>

using namespace dlc::rt;

namespace {

std::string gzip(const std::string &bytes) {
  z_stream stream{};
  deflateInit2(&stream, 6, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY);
  std::string out(compressBound(bytes.size()) + 64, '\0');
  stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(bytes.data()));
  stream.avail_in = static_cast<unsigned>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef *>(out.data());
  stream.avail_out = static_cast<unsigned>(out.size());
  EXPECT_EQ(deflate(&stream, Z_FINISH), Z_STREAM_END);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  return out;
}
std::string text(const std::vector<uint8_t> &bytes) { return {bytes.begin(), bytes.end()}; }

std::string noise(size_t bytes) { // does not compress, so that damage hits the data
  std::string out(bytes, '\0');
  uint32_t state = 1;
  for (char &c : out)
    c = static_cast<char>((state = state * 1664525 + 1013904223) >> 24);
  return out;
}

TEST(ReadFile, plainAndPacked) {
  Folder folder;
  for (size_t bytes : {0, 1, 2, 5000, 1000000}) {
    std::string data = noise(bytes);
    EXPECT_EQ(text(readFile(folder.put("a", data))), data);
    EXPECT_EQ(text(readFile(folder.put("a.gz", gzip(data)))), data);
    EXPECT_EQ(text(readFile(folder.put("packed-without-suffix", gzip(data)))), data);
    EXPECT_EQ(text(readFile(folder.put("two.gz", gzip(data) + gzip("end")))), data + "end");
  }
  std::string zeros(3 << 20, '\0'); // a thousandfold: the buffer grows many times
  EXPECT_EQ(text(readFile(folder.put("zeros.gz", gzip(zeros)))), zeros);
}

TEST(ReadFile, damagedStreams) {
  Folder folder;
  std::string packed = gzip(noise(5000));
  auto fails = [&](const std::string &bytes, std::initializer_list<std::string> parts) {
    std::string path = folder.put("d.gz", bytes);
    std::string message = messageOf([&] { readFile(path); }, DLC_ERR_FORMAT);
    expectHas(message, {path, "hint: fetch it again"});
    expectHas(message, parts);
  };
  fails(packed.substr(0, 3000), {"ends in the middle", "3000 bytes"});
  fails(packed.substr(0, packed.size() - 1), {"ends in the middle"});
  fails(packed.substr(0, 5), {"ends in the middle", "after 0 unpacked"});
  std::string flipped = packed;
  flipped[2500] ^= 1;
  fails(flipped, {"is a damaged gzip file of " + std::to_string(packed.size()) + " bytes"});
  flipped = packed;
  flipped[packed.size() - 6] ^= 1;
  fails(flipped, {"incorrect data check"});
  fails(packed + "tail", {"4 bytes follow its end"});
  fails("plain", {"is no gzip file: it has 5 bytes and does not begin with 1f 8b"});
  fails("", {"no gzip file", "0 bytes"});
  std::string path = folder.put("bomb.gz", gzip(std::string(1 << 20, 'a')));
  expectHas(messageOf([&] { readFile(path, 1000000); }, DLC_ERR_FORMAT), {"unpacks to more than"});
  EXPECT_EQ(readFile(path, 1 << 20).size(), size_t{1} << 20);
  path = folder.put("long", std::string(100, 'a'));
  expectHas(messageOf([&] { readFile(path, 99); }, DLC_ERR_FORMAT),
            {"has 100 bytes, more than the 99 bytes expected at most"});
}

TEST(ReadFile, whatCannotBeRead) {
  Folder folder;
  std::string path = folder.file("absent");
  expectHas(messageOf([&] { readFile(path); }, DLC_ERR_IO),
            {"cannot open " + path + ": No such file"});
  expectHas(messageOf([&] { readFile(folder.path.string()); }, DLC_ERR_IO),
            {"cannot read " + folder.path.string() + ": it is a folder"});
  expectHas(messageOf([&] { readFile("/dev/null"); }, DLC_ERR_IO),
            {"cannot read /dev/null: it is no regular file"});
}

// Somebody else shortens a file while it is read.
TEST(ReadFile, aFileThatShrinksIsNotReadPastItsEnd) {
  Folder folder;
  std::string path = folder.put("f", std::string(100, 'a'));
  InputFile file(path);
  std::filesystem::resize_file(path, 40);
  char data[100];
  expectHas(messageOf([&] { file.readAt(0, data, 100); }, DLC_ERR_FORMAT),
            {path + " ends at byte 40, 60 bytes too early"});
}

TEST(AtomicFile, appearsOnlyWhenWhole) {
  Folder folder;
  std::string path = folder.put("f", "old");
  {
    AtomicFile file(path);
    file.write("new", 3);
    EXPECT_EQ(folder.get("f"), "old");
  } // given up
  EXPECT_EQ(folder.get("f"), "old");
  EXPECT_EQ(folder.count(), 1u);
  AtomicFile file(path);
  file.write("new", 3);
  file.commit();
  EXPECT_EQ(folder.get("f"), "new");
  EXPECT_EQ(folder.count(), 1u);
}

TEST(AtomicFile, hasTheUsualPermissions) {
  Folder folder;
  mode_t mask = umask(022);
  AtomicFile file(folder.file("f"));
  file.commit();
  umask(mask);
  struct stat info;
  ASSERT_EQ(stat(folder.file("f").c_str(), &info), 0);
  EXPECT_EQ(info.st_mode & 0777, 0644u);
}

TEST(AtomicFile, followsALink) {
  Folder folder;
  folder.put("real", "old");
  std::filesystem::create_symlink("real", folder.path / "link");
  AtomicFile file(folder.file("link"));
  file.write("new", 3);
  file.commit();
  EXPECT_TRUE(std::filesystem::is_symlink(folder.path / "link"));
  EXPECT_EQ(folder.get("real"), "new");
}

TEST(AtomicFile, namesTheFileItCannotWrite) {
  Folder folder;
  std::string path = folder.file("no/such/folder");
  expectHas(messageOf([&] { AtomicFile file(path); }, DLC_ERR_IO), {path, "No such file"});
  expectHas(messageOf([&] { AtomicFile file(folder.path.string()); }, DLC_ERR_IO), {"a folder"});
  expectHas(messageOf([&] { AtomicFile file("/dev/null"); }, DLC_ERR_IO),
            {"/dev/null", "no regular file"});
  EXPECT_TRUE(std::filesystem::is_character_file("/dev/null"));
}

// Nothing is forbidden to root, so as root the test is somebody else for a while.
TEST(AtomicFile, namesTheFileItMayNotWrite) {
  Folder folder;
  std::string path = folder.put("f", "old"), fresh = folder.file("fresh");
  uid_t user = geteuid();
  std::filesystem::permissions(path, std::filesystem::perms(0444));
  std::filesystem::permissions(folder.path, std::filesystem::perms(0755));
  if (user == 0) {
    ASSERT_EQ(seteuid(65534), 0);
  } else {
    std::filesystem::permissions(folder.path, std::filesystem::perms(0555));
  }
  std::string replaced = messageOf([&] { AtomicFile file(path); }, DLC_ERR_IO);
  std::string created = messageOf([&] { AtomicFile file(fresh); }, DLC_ERR_IO);
  ASSERT_EQ(seteuid(user), 0);
  std::filesystem::permissions(folder.path, std::filesystem::perms(0755));
  expectHas(replaced, {"cannot write " + path, "Permission denied"});
  expectHas(created, {"cannot create " + fresh, "Permission denied"});
  EXPECT_EQ(folder.get("f"), "old");
  EXPECT_EQ(folder.count(), 1u);
}

// A limit on the size of files fails exactly as a full disk does: a short write, then an error.
TEST(AtomicFile, leavesNothingWhenTheDiskIsFull) {
  Folder folder;
  std::string path = folder.put("f", "old"), data(1 << 20, 'x');
  rlimit before, small;
  getrlimit(RLIMIT_FSIZE, &before);
  small = before;
  small.rlim_cur = 100000;
  auto handler = signal(SIGXFSZ, SIG_IGN);
  setrlimit(RLIMIT_FSIZE, &small);
  std::string message = messageOf(
      [&] {
        AtomicFile file(path);
        file.write(data.data(), data.size());
        file.commit();
      },
      DLC_ERR_IO);
  setrlimit(RLIMIT_FSIZE, &before);
  signal(SIGXFSZ, handler);
  expectHas(message, {"cannot write " + path, "after 100000 bytes"});
  EXPECT_EQ(folder.get("f"), "old");
  EXPECT_EQ(folder.count(), 1u);
}

} // namespace
