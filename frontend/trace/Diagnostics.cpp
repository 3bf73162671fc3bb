//===- Diagnostics.cpp - the user's mistakes at the user's lines ----------===//
#include "frontend/trace/Tracer.h"
#include "llvm/Support/raw_ostream.h"

using namespace mlir;
using namespace dlc;

// While tracing, a location holds the number of a call stack instead of a line.
static constexpr llvm::StringLiteral stackMark = "<call stack>";

Location Tracer::here() {
  Location place = FileLineColLoc::get(&context, stackMark, stacks.record(), 0);
  if (paths[path].empty())
    return place;
  return NameLoc::get(StringAttr::get(&context, paths[path]), place);
}

void Tracer::reportAt(int stack, StringRef path, StringRef message) {
  failed = true;
  const std::vector<UserLine> &lines = stacks.lines(stack);
  printError(lines.empty() ? nullptr : &lines.front(), message);
  if (!path.empty())
    llvm::errs() << "note: in module `" << path << "`\n";
  constexpr size_t shown = 5;
  for (size_t i = 1; i < std::min(lines.size(), shown); ++i)
    llvm::errs() << "note: called from " << lines[i].file << ":" << lines[i].line << "\n";
}

void Tracer::failAt(int stack, const Twine &message) {
  reportAt(stack, paths[path], message.str());
  throw TraceError();
}

void dlc::fail(const Twine &message) {
  Tracer &t = tracer();
  t.failAt(t.stacks.record(), message);
}

LogicalResult Tracer::handle(Diagnostic &diagnostic) {
  if (diagnostic.getSeverity() != DiagnosticSeverity::Error)
    return failure();
  StringRef name;
  int stack = -1;
  diagnostic.getLocation()->walk([&](Location location) {
    if (auto named = dyn_cast<NameLoc>(location))
      name = named.getName();
    if (auto place = dyn_cast<FileLineColLoc>(location); place && place.getFilename() == stackMark)
      stack = place.getLine();
    return WalkResult::advance();
  });
  if (stack < 0)
    return failure();
  reportAt(stack, name, diagnostic.str());
  return success();
}

void Tracer::resolveLocations(Location program) {
  llvm::DenseMap<Location, Location> known;
  auto resolve = [&](Location location) {
    auto found = known.find(location);
    if (found != known.end())
      return found->second;
    auto named = dyn_cast<NameLoc>(location);
    auto place = dyn_cast<FileLineColLoc>(named ? named.getChildLoc() : location);
    Location line = location;
    if (place && place.getFilename() == stackMark) {
      const std::vector<UserLine> &lines = stacks.lines(place.getLine());
      line = lines.empty()
                 ? program
                 : FileLineColLoc::get(&context, lines[0].file, lines[0].line, lines[0].column);
      if (named)
        line = NameLoc::get(named.getName(), line);
    }
    if (isa<UnknownLoc>(line))
      line = program;
    known.insert({location, line});
    return line;
  };
  module->walk([&](Operation *op) {
    op->setLoc(resolve(op->getLoc()));
    for (Region &region : op->getRegions())
      for (Block &block : region)
        for (BlockArgument argument : block.getArguments())
          argument.setLoc(resolve(argument.getLoc()));
  });
}
