//===- Names.cpp - what the tables call functions, launches and lines ---------------------===//
#include "codegen/emit/Names.h"
#include "llvm/Support/Path.h"

using namespace mlir;

std::string dlc::emit::scheduleSymbol(StringRef program, StringRef entry) {
  return ("dlc_" + program + "_entry_" + entry).str();
}

std::string dlc::emit::launchTableSymbol(StringRef program, StringRef entry, size_t launch) {
  return ("dlc_" + program + "_launch_" + entry + "_" + Twine(launch)).str();
}

std::string dlc::emit::hostTableSymbol(StringRef program, StringRef entry, size_t act) {
  return ("dlc_" + program + "_host_" + entry + "_" + Twine(act)).str();
}

std::string dlc::emit::describeLocation(Location location) {
  std::string file, path;
  location->walk([&](Location inner) {
    if (auto name = dyn_cast<NameLoc>(inner); name && path.empty())
      path = name.getName().str();
    if (auto line = dyn_cast<FileLineColLoc>(inner); line && file.empty())
      file = (llvm::sys::path::filename(line.getFilename()) + ":" + Twine(line.getLine())).str();
    return WalkResult::advance();
  });
  if (path.empty())
    return file;
  return file.empty() ? path : file + " in " + path;
}
