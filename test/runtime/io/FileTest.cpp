//===- FileTest.cpp - reading files, and files that are whole or absent ---------------------===//
#include "runtime/io/File.h"
#include "core/Expect.h"
#include "io/Folder.h"
#include "runtime/io/AtomicFile.h"
#include <csignal>
#include <sys/resource.h>
#include <sys/stat.h>

using namespace dlc::rt;

namespace {

TEST(InputFile, whatCannotBeRead) {
  Folder folder;
  std::string path = folder.file("absent");
  expectHas(messageOf([&] { InputFile{path}; }, DLC_ERR_IO),
            {"cannot open " + path + ": No such file"});
  expectHas(messageOf([&] { InputFile{folder.path.string()}; }, DLC_ERR_IO),
            {"cannot read " + folder.path.string() + ": it is a folder"});
  expectHas(messageOf([&] { InputFile{"/dev/null"}; }, DLC_ERR_IO),
            {"cannot read /dev/null: it is no regular file"});
}

// Somebody else shortens a file while it is read.
TEST(InputFile, aFileThatShrinksIsNotReadPastItsEnd) {
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
