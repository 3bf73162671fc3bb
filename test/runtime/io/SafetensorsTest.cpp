//===- SafetensorsTest.cpp - the format, and files that break its rules ---------------------===//
#include "runtime/io/Safetensors.h"
#include "core/Expect.h"
#include "io/Folder.h"
#include <cstring>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

using namespace dlc::rt;

namespace {

// A file of this header and so many bytes of data.
std::string fileOf(const std::string &header, size_t data) {
  std::string bytes(8, '\0');
  for (int i = 0; i < 8; ++i)
    bytes[i] = static_cast<char>(header.size() >> (8 * i));
  bytes += header;
  for (size_t i = 0; i < data; ++i)
    bytes += static_cast<char>(i);
  return bytes;
}

TEST(Safetensors, writesWhatTheFormatSays) {
  Folder folder;
  float weights[6] = {1, 2, 3, 4, 5, 6};
  int64_t step = 77;
  writeSafetensors(folder.file("f"),
                   {{"mask", DLC_BOOL, {3}, "\1\0\1"},
                    {"w", DLC_F32, {2, 3}, weights},
                    {"step", DLC_I64, {}, nullptr, [&](void *to) { memcpy(to, &step, 8); }},
                    {"none", DLC_F32, {0, 4}, weights}},
                   {{"k\"ey", "v\nalue"}});
  std::string bytes = folder.get("f");
  uint64_t length;
  memcpy(&length, bytes.data(), 8);
  EXPECT_EQ(length % 8, 0u);
  auto header = nlohmann::json::parse(bytes.substr(8, length));
  EXPECT_EQ(header["__metadata__"]["k\"ey"], "v\nalue");
  EXPECT_EQ(header["step"]["data_offsets"], nlohmann::json({0, 8})); // wide elements first
  EXPECT_EQ(header["step"]["shape"], nlohmann::json::array());
  EXPECT_EQ(header["w"]["dtype"], "F32");
  EXPECT_EQ(header["w"]["data_offsets"], nlohmann::json({8, 32}));
  EXPECT_EQ(header["mask"]["data_offsets"], nlohmann::json({32, 35}));
  EXPECT_EQ(bytes.size(), 8 + length + 35);
  EXPECT_EQ(memcmp(bytes.data() + 8 + length + 8, weights, 24), 0);
}

TEST(Safetensors, roundTrip) {
  Folder folder;
  std::vector<TensorSource> tensors;
  std::string data = "0123456789abcdef";
  for (int dtype = DLC_F64; dtype <= DLC_BOOL; ++dtype)
    tensors.push_back({fmt::format("t{}", dtype), dtype, {1, 2}, data.data()});
  writeSafetensors(folder.file("f"), tensors, {{"a", "b"}});
  SafetensorsReader reader(folder.file("f"));
  EXPECT_EQ(reader.metadata(), (Metadata{{"a", "b"}}));
  ASSERT_EQ(reader.tensors().size(), tensors.size());
  for (const TensorSource &source : tensors) {
    const auto *tensor = reader.find(source.name);
    ASSERT_TRUE(tensor);
    EXPECT_EQ(tensor->dtype, source.dtype);
    EXPECT_EQ(tensor->shape, source.shape);
    std::string got(tensor->end - tensor->begin, '\0');
    reader.read(*tensor, got.data());
    EXPECT_EQ(got, data.substr(0, got.size()));
  }
  EXPECT_EQ(reader.find("t9"), nullptr);
  char small[8];
  expectHas(messageOf([&] { reader.readAt(*reader.find("t1"), 4, small, 8); }, DLC_ERR_RANGE),
            {"tensor 't1' of " + folder.file("f") + " has 8 bytes, not 4..12"});
}

TEST(Safetensors, readsWhatOthersWrite) {
  Folder folder;
  // Spaces behind the header, keys in any order, no metadata, a type this runtime has not.
  std::string path =
      folder.put("f", fileOf("{\"b\":{\"shape\":[2],\"data_offsets\":[4,8],\"dtype\":\"I16\"},"
                             "\"a\":{\"dtype\":\"F32\",\"shape\":[],\"data_offsets\":[0,4]}}   ",
                             8));
  SafetensorsReader reader(path);
  ASSERT_EQ(reader.tensors().size(), 2u);
  EXPECT_EQ(reader.tensors()[0].name, "a");
  EXPECT_EQ(reader.find("b")->dtype, -1);
  EXPECT_EQ(reader.find("b")->dtypeText, "I16");
  EXPECT_EQ(SafetensorsReader(folder.put("empty", fileOf("{}", 0))).tensors().size(), 0u);
}

struct Damage {
  const char *name;
  std::string bytes;
  std::initializer_list<std::string> parts;
};
std::string one(const char *dtype, const char *shape, const char *offsets) {
  return std::string("{\"w\":{\"dtype\":\"") + dtype + "\",\"shape\":" + shape +
         ",\"data_offsets\":" + offsets + "}}";
}
std::string two(const char *first, const char *second) {
  return std::string("{\"a\":{\"dtype\":\"U8\",\"shape\":[4],\"data_offsets\":") + first +
         "},\"b\":{\"dtype\":\"U8\",\"shape\":[4],\"data_offsets\":" + second + "}}";
}

TEST(Safetensors, damagedFilesAreNamedWithTheNumbers) {
  std::string good = one("F32", "[2,3]", "[0,24]");
  std::string manyAxes = "[1";
  for (int i = 0; i < 100; ++i)
    manyAxes += ",1";
  std::string deep(100000, '[');
  const Damage files[] = {
      {"empty", "", {"0 bytes"}},
      {"seven bytes", "1234567", {"7 bytes"}},
      {"a text", "this is no safetensors file at all", {"header would have", "100000000"}},
      {"header cut off", fileOf(good, 0).substr(0, 20), {"header would have", "20 in all"}},
      {"data cut off", fileOf(good, 23), {"'w'", "0..24", "23 bytes", "cut off"}},
      {"data too long", fileOf(good, 25), {"1 bytes after the last tensor"}},
      {"no json", fileOf("{\"w\":", 0), {"no JSON"}},
      {"two jsons", fileOf("{} {}", 0), {"no JSON"}},
      {"no object", fileOf("[1]", 0), {"no JSON object"}},
      {"no utf-8", fileOf("{\"\xff\":1}", 0), {"no JSON"}},
      {"deep", fileOf(deep, 0), {"no JSON"}},
      {"deep shape",
       fileOf(one("F32", ("[" + deep + std::string(deep.size(), ']') + "]").c_str(), "[0,4]"), 4),
       {"extent array"}},
      {"twice",
       fileOf("{\"w\":{\"dtype\":\"U8\",\"shape\":[1],\"data_offsets\":[0,1]},"
              "\"w\":{\"dtype\":\"U8\",\"shape\":[1],\"data_offsets\":[0,1]}}",
              1),
       {"'w' stands twice"}},
      {"key twice inside",
       fileOf("{\"w\":{\"dtype\":\"U8\",\"dtype\":\"U8\",\"shape\":[1],\"data_offsets\":[0,1]}}",
              1),
       {"'dtype' stands twice"}},
      {"metadata of numbers", fileOf("{\"__metadata__\":{\"a\":1}}", 0), {"'a' in __metadata__"}},
      {"metadata no object", fileOf("{\"__metadata__\":3}", 0), {"__metadata__"}},
      {"tensor a number", fileOf("{\"w\":3}", 0), {"'w' lacks"}},
      {"no dtype",
       fileOf("{\"w\":{\"shape\":[1],\"data_offsets\":[0,4]}}", 4),
       {"'w' lacks dtype"}},
      {"three offsets", fileOf(one("F32", "[1]", "[0,2,4]"), 4), {"'w' lacks"}},
      {"backwards", fileOf(one("F32", "[1]", "[4,0]"), 4), {"4..0"}},
      {"negative", fileOf(one("F32", "[1]", "[-4,0]"), 4), {"-4"}},
      {"fraction", fileOf(one("F32", "[1.5]", "[0,4]"), 4), {"1.5"}},
      {"negative extent", fileOf(one("F32", "[-1]", "[0,4]"), 4), {"extent -1"}},
      {"overflow",
       fileOf(one("F32", "[4294967296,4294967296,4]", "[0,4]"), 4),
       {"larger than any file"}},
      {"many axes", fileOf(one("F32", (manyAxes + "]").c_str(), "[0,4]"), 4), {"101 axes"}},
      {"wrong size",
       fileOf(one("F32", "[2,3]", "[0,20]"), 20),
       {"F32[2, 3], 24 bytes", "0..20 hold 20"}},
      {"overlap", fileOf(two("[0,4]", "[2,6]"), 6), {"'b' (bytes 2..6) overlaps 'a' (bytes 0..4)"}},
      {"hole", fileOf(two("[0,4]", "[6,10]"), 10), {"bytes 4..6 before tensor 'b'"}},
      {"hole at the start", fileOf(two("[1,5]", "[5,9]"), 9), {"bytes 0..1 before tensor 'a'"}},
  };
  Folder folder;
  for (const Damage &damage : files) {
    SCOPED_TRACE(damage.name);
    std::string path = folder.put("f.safetensors", damage.bytes);
    std::string message = messageOf([&] { SafetensorsReader reader(path); }, DLC_ERR_FORMAT);
    expectHas(message, {path + " is a damaged safetensors file: "});
    expectHas(message, damage.parts);
    EXPECT_LT(message.size(), 600u);
  }
}

TEST(Safetensors, aHugeHeaderTakesNoMemory) {
  Folder folder;
  std::string path = folder.put("f", std::string("\0\0\0\0\1\0\0\0{}", 10));
  expectHas(messageOf([&] { SafetensorsReader reader(path); }, DLC_ERR_FORMAT),
            {"4294967296 bytes", "at most 100000000"});
}

TEST(Safetensors, refusesToWriteWhatCannotBeRead) {
  Folder folder;
  char data[4] = {};
  auto writes = [&](std::vector<TensorSource> tensors, Metadata metadata) {
    return messageOf([&] { writeSafetensors(folder.file("f"), tensors, metadata); },
                     DLC_ERR_ARGUMENT);
  };
  expectHas(writes({{"a", DLC_F32, {}, data}, {"a", DLC_F32, {}, data}}, {}),
            {"cannot write " + folder.file("f") + ": two tensors are named 'a'"});
  expectHas(writes({{"a", 99, {}, data}}, {}), {"tensor 'a' has element type 99"});
  expectHas(writes({}, {{"a", "\xff"}}), {"its header is no UTF-8"});
  EXPECT_EQ(folder.count(), 0u);
}

} // namespace
