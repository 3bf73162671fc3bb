//===- Npy.cpp - NumPy's file format --------------------------------------------------===//
//
// "\x93NUMPY", a version, the length of a header, the header, the elements. The header is a Python
// dictionary: {'descr': '<f4', 'fortran_order': False, 'shape': (3, 4), }. Specified in
// numpy/lib/format.py.
//
//===----------------------------------------------------------------------------------===//
#include "dlc/rt/tensor_io.hpp"
#include "runtime/core/Describe.h"
#include "runtime/core/Elements.h"
#include "runtime/io/AtomicFile.h"
#include "runtime/io/File.h"
#include "runtime/io/TensorBytes.h"
#include <algorithm>
#include <cstring>
#include <fmt/format.h>

namespace dlc::rt {
namespace {

constexpr char magic[] = "\x93NUMPY";
constexpr size_t magicBytes = 6;
constexpr uint64_t maxHeader = 1 << 20;

struct Code {
  DType dtype;
  const char *text;
};
constexpr Code codes[] = {{f64, "<f8"}, {f32, "<f4"}, {f16, "<f2"},    {i64, "<i8"},
                          {i32, "<i4"}, {u8, "|u1"},  {boolean, "|b1"}};

/// Reads the one dictionary that a header is.
class HeaderParser {
public:
  HeaderParser(const std::string &path, std::string text) : path(path), text(std::move(text)) {}

  std::string descr;
  bool fortranOrder = false;
  Shape shape;

  void parse() {
    bool seen[3] = {};
    expect('{');
    while (!accept('}')) {
      std::string key = string();
      expect(':');
      if (key == "descr") {
        // A list here is NumPy's record of several fields.
        descr = peek() == '[' ? "a record" : string();
        if (descr == "a record")
          throw Error(DLC_ERR_FORMAT, fmt::format("{} holds records of several fields; hint: save "
                                                  "each field as an array of its own",
                                                  path));
        seen[0] = true;
      } else if (key == "fortran_order") {
        fortranOrder = word() == "True";
        seen[1] = true;
      } else if (key == "shape") {
        readShape();
        seen[2] = true;
      } else {
        damaged(fmt::format("its header has the key '{}'", key));
      }
      if (!accept(',') && peek() != '}')
        damaged("its header is no dictionary of Python");
    }
    if (!seen[0] || !seen[1] || !seen[2])
      damaged("its header lacks 'descr', 'fortran_order' or 'shape'");
  }

  [[noreturn]] void damaged(const std::string &why) const {
    throw Error(DLC_ERR_FORMAT, fmt::format("{} is no .npy file: {}", path, why));
  }

private:
  char peek() {
    while (at < text.size() && isspace(static_cast<unsigned char>(text[at])))
      ++at;
    return at < text.size() ? text[at] : '\0';
  }
  bool accept(char c) {
    bool found = peek() == c;
    at += found;
    return found;
  }
  void expect(char c) {
    if (!accept(c))
      damaged("its header is no dictionary of Python");
  }
  std::string string() {
    char quote = peek();
    size_t end = quote == '\'' || quote == '"' ? text.find(quote, at + 1) : std::string::npos;
    if (end == std::string::npos)
      damaged("its header is no dictionary of Python");
    std::string result = text.substr(at + 1, end - at - 1);
    at = end + 1;
    return result;
  }
  std::string word() {
    peek();
    size_t begin = at;
    while (at < text.size() && isalnum(static_cast<unsigned char>(text[at])))
      ++at;
    return text.substr(begin, at - begin);
  }
  void readShape() {
    expect('(');
    while (!accept(')')) {
      std::string digits = word();
      if (!digits.empty() && digits.back() == 'L') // Python 2
        digits.pop_back();
      if (digits.empty() || digits.size() > 18 ||
          digits.find_first_not_of("0123456789") != std::string::npos)
        damaged(fmt::format("its shape has the size '{}'", digits));
      shape.push_back(std::stoll(digits));
      if (!accept(',') && peek() != ')')
        damaged("its header is no dictionary of Python");
    }
  }

  const std::string &path;
  std::string text;
  size_t at = 0;
};

DType dtypeFrom(const std::string &path, const std::string &descr) {
  for (const Code &code : codes)
    if (descr == code.text)
      return code.dtype;
  if (descr.starts_with('>'))
    throw Error(DLC_ERR_FORMAT,
                fmt::format("{} holds big-endian numbers ('{}'), this machine has little-endian "
                            "ones; hint: x.astype(x.dtype.newbyteorder('<')) in NumPy",
                            path, descr));
  throw Error(DLC_ERR_FORMAT, fmt::format("{} holds elements '{}', an element type that this "
                                          "runtime has not; hint: x.astype('float32') in NumPy",
                                          path, descr));
}

/// The header and where the elements begin.
HeaderParser readHeader(const InputFile &file, uint64_t &begin) {
  HeaderParser nothing(file.path(), "");
  uint8_t start[12] = {};
  if (file.size() < sizeof start)
    nothing.damaged(fmt::format("it has {} bytes", file.size()));
  file.readAt(0, start, sizeof start);
  if (memcmp(start, magic, magicBytes))
    nothing.damaged("it does not begin with \\x93NUMPY");
  int version = start[6];
  if (version < 1 || version > 3)
    nothing.damaged(fmt::format("its version is {}.{}, known are 1 to 3", version, start[7]));
  uint64_t length = start[8] | start[9] << 8;
  if (version > 1)
    length |= uint64_t(start[10]) << 16 | uint64_t(start[11]) << 24;
  begin = (version > 1 ? 12 : 10) + length;
  if (length > maxHeader || begin > file.size())
    nothing.damaged(
        fmt::format("its header would have {} bytes, the file has {} in all", length, file.size()));
  std::string text(length, '\0');
  file.readAt(begin - length, text.data(), length);
  HeaderParser header(file.path(), std::move(text));
  header.parse();
  return header;
}

} // namespace

Tensor load_npy(const std::string &path) {
  InputFile file(path);
  uint64_t begin = 0;
  HeaderParser header = readHeader(file, begin);
  DType dtype = dtypeFrom(path, header.descr);
  uint64_t bytes = uint64_t(countOf(header.shape, dtype)) * dtypeSize(dtype);
  if (file.size() - begin != bytes)
    throw Error(DLC_ERR_FORMAT,
                fmt::format("{} has {} bytes for the {} bytes of {}; hint: the file may be cut off",
                            path, file.size() - begin, bytes, tensorText(dtype, header.shape)));
  // Fortran's order is the row-major order of the reversed dimensions.
  if (header.fortranOrder)
    std::reverse(header.shape.begin(), header.shape.end());
  Tensor result = empty(header.shape, dtype);
  file.readAt(begin, result.data_ptr(), bytes);
  cleanBools(result);
  if (!header.fortranOrder)
    return result;
  Shape dims;
  for (int64_t dim = result.dim() - 1; dim >= 0; --dim)
    dims.push_back(dim);
  return result.permute(dims);
}

void save_npy(const std::string &path, const Tensor &x) {
  auto code = std::find_if(std::begin(codes), std::end(codes),
                           [&](const Code &c) { return c.dtype == x.dtype(); });
  if (code == std::end(codes))
    throw Error(DLC_ERR_ARGUMENT, fmt::format("cannot write {}: NumPy has no {}; hint: `.to(f32)`, "
                                              "or save_safetensors",
                                              path, dtypeName(x.dtype())));
  Tensor dense = x.contiguous();
  std::string shape = fmt::format("{}{}", fmt::join(x.shape(), ", "), x.dim() == 1 ? "," : "");
  std::string header =
      fmt::format("{{'descr': '{}', 'fortran_order': False, 'shape': ({}), }}", code->text, shape);
  // Elements begin at a multiple of 64 bytes, behind a newline.
  header.append(63 - (magicBytes + 4 + header.size()) % 64, ' ');
  header += '\n';
  char start[] = {1, 0, char(header.size()), char(header.size() >> 8)};
  AtomicFile file(path);
  file.write(magic, magicBytes);
  file.write(start, sizeof start);
  file.write(header.data(), header.size());
  file.write(dense.data_ptr(), dense.nbytes());
  file.commit();
}

} // namespace dlc::rt
