//===- Merge.cpp - the parts of a model become one object -----------------------------------===//
//
// lld joins them (-r), by symbols that are hidden; then these become local, and kernels are called
// what people call them in a profiler: dlc_cnn_k7_contract_relu, not dlc_kernel_ and a hash.
//===----------------------------------------------------------------------------------------===//
#include "tools/dlc/Merge.h"
#include "lld/Common/Driver.h"
#include "tools/dlc/Options.h"
#include "llvm/ObjCopy/ConfigManager.h"
#include "llvm/ObjCopy/ObjCopy.h"
#include "llvm/Object/Binary.h"
#include "llvm/Object/ELFObjectFile.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/raw_ostream.h"

LLD_HAS_DRIVER(elf)

using namespace dlc;
using namespace dlc::tool;

static std::nullopt_t fail(const std::string &why) {
  // untested: the parts are our own; it takes a full disk or a bug
  printError("the parts of the model could not be made one object: " + why);
  return std::nullopt;
}

static bool write(const std::string &path, llvm::StringRef bytes) {
  std::error_code error;
  llvm::raw_fd_ostream stream(path, error);
  stream << bytes;
  stream.close();
  bool written = !error && !stream.has_error();
  stream.clear_error();
  return written;
}

/// `lld -r` on files in `folder`; what it complains about, or "".
static std::string join(const std::vector<std::string> &files, const std::string &result) {
  std::vector<const char *> arguments = {"ld.lld", "-r", "--threads=1", "-o", result.c_str()};
  for (const std::string &file : files)
    arguments.push_back(file.c_str());
  std::string messages;
  llvm::raw_string_ostream stream(messages);
  const lld::DriverDef drivers[] = {{lld::Gnu, &lld::elf::link}};
  int status = lld::lldMain(arguments, stream, stream, drivers).retCode;
  return status == 0 || !messages.empty() ? messages : "the linker failed";
}

/// Gives the symbols of `from` and what belongs to them the names of people.
static void rename(llvm::object::Binary &binary, const emit::Objects &objects,
                   llvm::objcopy::CommonConfig &config, llvm::StringSaver &strings) {
  llvm::StringMap<llvm::StringRef> names;
  for (const auto &[symbol, name] : objects.names)
    names[symbol] = name;
  for (const auto &symbol : llvm::cast<llvm::object::ObjectFile>(binary).symbols()) {
    llvm::Expected<llvm::StringRef> name = symbol.getName();
    if (!name) {
      llvm::consumeError(name.takeError());
      continue;
    }
    auto [kernel, rest] = name->split('.'); // "dlc_kernel_3fa9.tiles"
    if (auto found = names.find(kernel); found != names.end())
      config.SymbolsToRename[*name] = strings.save(found->second + name->drop_front(kernel.size()));
  }
}

std::optional<std::string> dlc::tool::mergeObjects(const emit::Objects &objects,
                                                   const TemporaryFolder &folder) {
  std::vector<std::string> files;
  for (const std::string &part : objects.parts) {
    files.push_back(folder.file("part" + std::to_string(files.size()) + ".o"));
    if (!write(files.back(), part))
      return fail("'" + files.back() + "' cannot be written");
  }
  std::string joined = folder.file("joined.o");
  if (std::string why = join(files, joined); !why.empty())
    return fail(why);
  for (const std::string &file : files)
    llvm::sys::fs::remove(file);

  auto binary = llvm::object::createBinary(joined);
  if (!binary)
    return fail(llvm::toString(binary.takeError()));
  llvm::objcopy::ConfigManager config;
  llvm::BumpPtrAllocator memory;
  llvm::StringSaver strings(memory);
  config.ELF.LocalizeHidden = true;
  rename(*binary->getBinary(), objects, config.Common, strings);
  llvm::SmallString<0> bytes;
  llvm::raw_svector_ostream stream(bytes);
  if (llvm::Error error =
          llvm::objcopy::executeObjcopyOnBinary(config, *binary->getBinary(), stream))
    return fail(llvm::toString(std::move(error)));
  return bytes.str().str();
}
