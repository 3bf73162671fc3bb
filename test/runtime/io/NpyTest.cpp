//===- NpyTest.cpp - files of NumPy, and files that are none --------------------------------===//
#include "core/Expect.h"
#include "dlc/rt/tensor_io.hpp"
#include "io/Folder.h"

using namespace dlc::runtime;
using namespace std::string_literals;

namespace {

#define HOLDS(expected, bytes)                                                                     \
  {                                                                                                \
    SCOPED_TRACE(#expected);                                                                       \
    Tensor wanted = expected;                                                                      \
    Tensor x = load_npy(folder.put("numpy.npy", std::string(bytes, sizeof(bytes) - 1)));           \
    EXPECT_TRUE(equal(x, wanted)) << x;                                                            \
    save_npy(folder.file("own.npy"), x);                                                           \
    EXPECT_TRUE(equal(load_npy(folder.file("own.npy")), wanted));                                  \
  }

TEST(Npy, readsWhatNumPyWrote) {
  Folder folder;
#include "io/numpy_files.inc"
}

std::string npy(const std::string &header, const std::string &data, int version = 1) {
  std::string bytes = "\x93NUMPY";
  bytes += char(version);
  bytes += '\0';
  for (int i = 0; i < (version == 1 ? 2 : 4); ++i)
    bytes += char(header.size() >> (8 * i));
  return bytes + header + data;
}

TEST(Npy, writesWhatTheFormatSays) {
  Folder folder;
  save_npy(folder.file("x.npy"), arange(6).reshape({2, 3}).t().to(u8));
  std::string bytes = folder.get("x.npy");
  ASSERT_EQ(bytes.size(), 128u + 6u);
  EXPECT_EQ(bytes.substr(0, 10), std::string("\x93NUMPY\1\0\x76\0", 10));
  EXPECT_EQ(bytes.substr(10, 62), "{'descr': '|u1', 'fortran_order': False, 'shape': (3, 2), }   ");
  EXPECT_EQ(bytes.substr(127), std::string("\n\0\3\1\4\2\5", 7));
  save_npy(folder.file("x.npy"), zeros({5}));
  EXPECT_NE(folder.get("x.npy").find("'shape': (5,), }"), std::string::npos);
}

TEST(Npy, strides) {
  Folder folder;
  std::string header = "{'descr':'<i4','fortran_order':True,'shape':(2L,3),}\n";
  std::string data(24, '\0');
  for (int i = 0; i < 6; ++i)
    data[size_t(4 * i)] = char(i);
  for (int version : {1, 2, 3}) {
    Tensor x = load_npy(folder.put("f", npy(header, data, version)));
    EXPECT_EQ(x.strides(), (Shape{1, 2}));
    EXPECT_TRUE(equal(x, tensor({{0, 2, 4}, {1, 3, 5}}, i32)));
  }
  // Any byte but 0 is true.
  Tensor mask = load_npy(
      folder.put("f", npy("{'descr': '|b1', 'fortran_order': False, 'shape': (2,)}", "\2\0"s)));
  EXPECT_TRUE(equal(mask, tensor({true, false})));
}

TEST(Npy, filesThatCannotBeRead) {
  Folder folder;
  auto refuses = [&](const std::string &bytes, std::initializer_list<std::string> parts) {
    std::string path = folder.put("f", bytes);
    std::string message = messageOf([&] { load_npy(path); }, DLC_ERR_FORMAT);
    expectHas(message, parts);
    expectHas(message, {path});
  };
  auto headed = [](const std::string &descr, const std::string &shape, const std::string &data) {
    return npy("{'descr': " + descr + ", 'fortran_order': False, 'shape': " + shape + "}", data);
  };
  refuses("short", {"is no .npy file: it has 5 bytes"});
  refuses(std::string(64, 'x'), {"is no .npy file: it does not begin with \\x93NUMPY"});
  refuses(npy("{}", "1234", 7), {"its version is 7.0, known are 1 to 3"});
  refuses(npy("{}", "1234"), {"its header lacks 'descr', 'fortran_order' or 'shape'"});
  refuses(npy("[1, 2]", "1234"), {"its header is no dictionary of Python"});
  refuses(npy("{'descr': '<f4", "1234"), {"its header is no dictionary of Python"});
  refuses(npy("{'descr': '<f4' 'x'", "1234"), {"its header is no dictionary of Python"});
  refuses(npy("{'colour': 1}", "1234"), {"its header has the key 'colour'"});
  refuses(headed("'<f4'", "(-3,)", "1234"), {"its shape has the size ''"});
  refuses(headed("'<f4'", "(3 4)", "1234"), {"its header is no dictionary of Python"});
  refuses(headed("'<f4'", "(99999999999999999999,)", "1234"), {"its shape has the size '9999"});
  refuses(npy("{'descr': ", "").substr(0, 12) + "}", {"its header would have 10 bytes"});
  refuses(headed("'<f4'", "(3,)", "1234"),
          {"has 4 bytes for the 12 bytes of f32[3]; hint: the file may be cut off"});
  refuses(headed("'<f4'", "(3,)", std::string(13, '1')), {"has 13 bytes for the 12 bytes"});
  refuses(headed("'>f4'", "(1,)", "1234"),
          {"holds big-endian numbers ('>f4'), this machine has little-endian ones; hint: "
           "x.astype(x.dtype.newbyteorder('<')) in NumPy"});
  refuses(headed("'<c8'", "(1,)", "12345678"),
          {"holds elements '<c8', an element type that this runtime has not; hint: "
           "x.astype('float32') in NumPy"});
  refuses(headed("[('x', '<f4')]", "(1,)", "1234"),
          {"holds records of several fields; hint: save each field as an array of its own"});
  messageOf([&] { load_npy(folder.file("none")); }, DLC_ERR_IO);
  expectHas(messageOf([&] { save_npy(folder.file("b.npy"), zeros({1}, bf16)); }, DLC_ERR_ARGUMENT),
            {"NumPy has no bf16; hint: `.to(f32)`, or save_safetensors"});
}

} // namespace
