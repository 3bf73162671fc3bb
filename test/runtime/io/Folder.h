//===- Folder.h - a folder of a test's own ------------------------------------*- C++ -*-===//
#ifndef DLC_TEST_FOLDER_H
#define DLC_TEST_FOLDER_H
#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <iterator>
#include <string>
#include <unistd.h>

struct Folder {
  Folder() {
    std::string name = testing::TempDir() + "dlc-XXXXXX";
    path = mkdtemp(name.data());
  }
  ~Folder() { std::filesystem::remove_all(path); }
  std::string file(const std::string &name) const { return (path / name).string(); }
  std::string put(const std::string &name, const std::string &bytes) const {
    std::ofstream(file(name), std::ios::binary) << bytes;
    return file(name);
  }
  std::string get(const std::string &name) const {
    std::ifstream stream(file(name), std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
  }
  size_t count() const { return std::distance(std::filesystem::directory_iterator(path), {}); }
  std::filesystem::path path;
};
#endif
