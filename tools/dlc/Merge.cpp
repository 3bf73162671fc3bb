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
#include "llvm/Object/ArchiveWriter.h"
#include "llvm/Object/Binary.h"
#include "llvm/Object/ELFObjectFile.h"
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

/// One file for all parts: a few hundred small ones cost more than what lld does with them.
static llvm::Error writeParts(const std::vector<std::string> &parts, const std::string &archive) {
  std::vector<llvm::NewArchiveMember> members;
  for (const std::string &part : parts)
    members.emplace_back(llvm::MemoryBufferRef(part, "part.o"));
  return llvm::writeArchive(archive, members, llvm::SymtabWritingMode::NoSymtab,
                            llvm::object::Archive::K_GNU, /*Deterministic=*/true, /*Thin=*/false);
}

/// `lld -r` on all that an archive holds; what it complains about, or "".
static std::string join(const std::string &archive, const std::string &result) {
  const char *arguments[] = {"ld.lld",          "-r",           "--threads=1", "-o", result.c_str(),
                             "--whole-archive", archive.c_str()};
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
  std::string parts = folder.file("parts.a"), joined = folder.file("joined.o");
  if (llvm::Error error = writeParts(objects.parts, parts))
    return fail(llvm::toString(std::move(error)));
  if (std::string why = join(parts, joined); !why.empty())
    return fail(why);

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
