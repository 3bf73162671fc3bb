//===- TensorFilesTest.cpp - tensors in safetensors files -----------------------------------===//
#include "core/Expect.h"
#include "dlc/rt/tensor_io.hpp"
#include "io/Folder.h"
#include "runtime/io/Safetensors.h"

using namespace dlc::runtime;

namespace {

TEST(TensorFiles, roundTrip) {
  Folder folder;
  std::map<std::string, Tensor> tensors;
  for (int dtype = f64; dtype <= boolean; ++dtype)
    tensors["t" + std::to_string(dtype)] = tensor({{0, 1, 1}, {1, 0, 0}}).to(DType(dtype)).t();
  tensors["scalar"] = tensor(2.5);
  tensors["nothing"] = zeros({0, 4});
  save_safetensors(folder.file("f"), tensors, {{"made by", "a test"}});
  std::map<std::string, Tensor> loaded = load_safetensors(folder.file("f"));
  ASSERT_EQ(loaded.size(), tensors.size());
  for (auto &[name, x] : tensors) {
    EXPECT_TRUE(equal(loaded[name], x)) << name;
    EXPECT_TRUE(loaded[name].is_contiguous());
  }
  EXPECT_EQ(SafetensorsReader(folder.file("f")).metadata().at("made by"), "a test");
}

TEST(TensorFiles, elementsOfAnotherKind) {
  Folder folder;
  std::string header = R"({"x":{"dtype":"I16","shape":[2],"data_offsets":[0,4]}})";
  std::string bytes(8, '\0');
  bytes[0] = char(header.size());
  std::string path = folder.put("f", bytes + header + "1234");
  expectHas(
      messageOf([&] { load_safetensors(path); }, DLC_ERR_FORMAT),
      {"tensor 'x' of " + path + " has elements I16, an element type that this runtime has not"});
}

} // namespace
