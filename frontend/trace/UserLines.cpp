//===- UserLines.cpp - addresses in the plug-in to the user's lines -------===//
#include "frontend/trace/UserLines.h"
#include "llvm/DebugInfo/DIContext.h"
#include "llvm/DebugInfo/Symbolize/Symbolize.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/raw_ostream.h"

using namespace dlc;
using llvm::StringRef;
using llvm::symbolize::LLVMSymbolizer;

static std::string canonical(StringRef file) {
  llvm::SmallString<256> path(file);
  llvm::sys::fs::make_absolute(path);
  llvm::sys::path::remove_dots(path, /*remove_dot_dot=*/true);
  return path.str().str();
}

std::string dlc::shortPath(StringRef file) {
  std::string path = canonical(file);
  llvm::SmallString<256> folder;
  if (llvm::sys::fs::current_path(folder))
    return path;
  folder += "/";
  StringRef below = path;
  return below.consume_front(folder) ? below.str() : path;
}

UserLines::UserLines(std::string plugin, StringRef header)
    : plugin(std::move(plugin)),
      headerFolder((llvm::sys::path::parent_path(canonical(header)) + "/").str()) {
  LLVMSymbolizer::Options options;
  options.Demangle = false;
  options.UseSymbolTable = false;
  symbolizer = std::make_unique<LLVMSymbolizer>(options);
}

UserLines::~UserLines() = default;

bool UserLines::isUsers(StringRef file) const {
  return !file.empty() && file != llvm::DILineInfo::BadString && !file.starts_with(headerFolder) &&
         !file.contains("/include/c++/") && !file.starts_with("/usr/include/") &&
         !file.starts_with("/usr/lib/") && !llvm::sys::path::filename(file).starts_with("<");
}

const std::vector<UserLine> &UserLines::at(uint64_t offset) {
  auto [entry, isNew] = known.try_emplace(offset);
  if (!isNew)
    return entry->second;
  // A stack holds return addresses: the call lies before.
  auto frames = symbolizer->symbolizeInlinedCode(
      plugin, {offset - 1, llvm::object::SectionedAddress::UndefSection});
  if (!frames) {
    llvm::consumeError(frames.takeError());
    return entry->second;
  }
  for (uint32_t i = 0; i < frames->getNumberOfFrames(); ++i) {
    const llvm::DILineInfo &frame = frames->getFrame(i);
    if (frame.Line == 0)
      continue;
    std::string file = canonical(frame.FileName);
    if (isUsers(file))
      entry->second.push_back({shortPath(file), frame.Line, frame.Column});
  }
  return entry->second;
}

std::vector<UserLine> UserLines::at(llvm::ArrayRef<uint64_t> offsets) {
  std::vector<UserLine> lines;
  for (uint64_t offset : offsets)
    for (const UserLine &line : at(offset))
      if (lines.empty() || lines.back().line != line.line || lines.back().file != line.file)
        lines.push_back(line);
  return lines;
}

void dlc::printError(const UserLine *line, StringRef message) {
  llvm::raw_ostream &out = llvm::errs();
  if (!line) {
    out << "error: " << message << "\n";
    return;
  }
  out << line->file << ":" << line->line << ": error: " << message << "\n";
  auto source = llvm::MemoryBuffer::getFile(line->file);
  if (!source)
    return;
  StringRef rest = (*source)->getBuffer();
  for (unsigned i = 1; i < line->line; ++i)
    rest = rest.split('\n').second;
  StringRef text = rest.split('\n').first.trim();
  if (!text.empty())
    out << "    " << text << "\n";
}
