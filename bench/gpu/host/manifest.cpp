// Reads the manifest.
#include "manifest.h"

#include <fnmatch.h>
#include <fstream>
#include <sstream>
#include <stdexcept>

int Entry::number(const std::string &key) const { return std::stoi(text(key)); }

const std::string &Entry::text(const std::string &key) const {
  auto found = parameters.find(key);
  if (found == parameters.end())
    throw std::runtime_error("the manifest's line of " + name + " has no " + key);
  return found->second;
}

int Entry::capability() const { return std::stoi(arch.substr(3)); }

std::vector<Entry> readManifest(const std::string &file) {
  std::ifstream in(file);
  if (!in)
    throw std::runtime_error(file + ": cannot be read; was bench/gpu/build.sh run?");
  std::vector<Entry> entries;
  for (std::string line; std::getline(in, line);) {
    Entry e;
    std::istringstream words(line);
    for (std::string word; words >> word;) {
      size_t equals = word.find('=');
      e.parameters[word.substr(0, equals)] = word.substr(equals + 1);
    }
    e.name = e.text("name");
    e.family = e.text("family");
    e.op = e.text("op");
    e.size = e.text("size");
    e.arch = e.text("arch");
    e.threads = e.number("threads");
    e.gridX = e.number("gridx");
    e.gridY = e.number("gridy");
    e.shared = e.number("shared");
    entries.push_back(e);
  }
  return entries;
}

bool matches(const std::string &name, const std::string &patterns) {
  std::istringstream list(patterns);
  for (std::string pattern; std::getline(list, pattern, ',');)
    if (!fnmatch(pattern.c_str(), name.c_str(), 0))
      return true;
  return false;
}
