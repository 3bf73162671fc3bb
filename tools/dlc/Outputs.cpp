//===- Outputs.cpp - files that appear whole or not at all ---------------------------------===//
#include "tools/dlc/Outputs.h"
#include "tools/dlc/Options.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/Signals.h"
#include "llvm/Support/raw_ostream.h"
#include <sys/stat.h>

using namespace dlc::tool;
namespace fs = llvm::sys::fs;

TemporaryFolder::TemporaryFolder() {
  llvm::SmallString<128> path;
  if (std::error_code error = fs::createUniqueDirectory("dlc", path))
    printError("cannot make a temporary folder: " + error.message(),
               "TMPDIR names a place for one");
  else
    folder = path.str().str();
}

TemporaryFolder::~TemporaryFolder() {
  if (!folder.empty())
    fs::remove_directories(folder);
}

std::string TemporaryFolder::file(llvm::StringRef name) const {
  llvm::SmallString<128> path(folder);
  llvm::sys::path::append(path, name);
  return path.str().str();
}

Outputs::~Outputs() {
  for (const File &file : files)
    fs::remove(file.provisional);
}

std::string Outputs::add(llvm::StringRef path) {
  if (fs::is_directory(path)) {
    printError("cannot write '" + path.str() + "': it is a folder");
    return "";
  }
  if (fs::exists(path) && !fs::is_regular_file(path)) { // renaming over a device would replace it
    printError("cannot write '" + path.str() + "': it is no regular file");
    return "";
  }
  llvm::SmallString<128> provisional;
  llvm::SmallString<128> model(llvm::sys::path::parent_path(path));
  llvm::sys::path::append(model, "." + llvm::sys::path::filename(path) + ".%%%%%%.tmp");
  int descriptor;
  if (std::error_code error = fs::createUniqueFile(model, descriptor, provisional)) {
    printError("cannot write '" + path.str() + "': " + error.message());
    return "";
  }
  llvm::raw_fd_ostream(descriptor, /*shouldClose=*/true);
  llvm::sys::RemoveFileOnSignal(provisional);
  files.push_back({path.str(), provisional.str().str()});
  return files.back().provisional;
}

bool Outputs::write(llvm::StringRef path, llvm::StringRef contents) {
  std::string provisional = add(path);
  if (provisional.empty())
    return false;
  std::error_code error;
  llvm::raw_fd_ostream stream(provisional, error);
  if (!error) {
    stream << contents;
    stream.close();
    error = stream.error();
    stream.clear_error();
  }
  if (error)
    printError("cannot write '" + path.str() + "': " + error.message());
  return !error;
}

bool Outputs::commit() {
  for (const File &file : files) {
    // createUniqueFile makes files for the owner alone; a program keeps what the linker gave it.
    struct stat status;
    if (stat(file.provisional.c_str(), &status) == 0) {
      mode_t mask = umask(0);
      umask(mask);
      mode_t wanted = (status.st_mode & S_IXUSR ? 0777 : 0666) & ~mask;
      chmod(file.provisional.c_str(), wanted);
    }
    if (std::error_code error = fs::rename(file.provisional, file.path)) {
      printError("cannot write '" + file.path + "': " + error.message());
      return false;
    }
    llvm::sys::DontRemoveFileOnSignal(file.provisional);
  }
  files.clear();
  return true;
}
