//===- Options.cpp - the command line of dlc ---------------------------------------------===//
#include "tools/dlc/Options.h"
#include "tools/dlc/Phases.h"
#include "tools/dlc/Spellings.h"
#include "llvm/Config/llvm-config.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/WithColor.h"
#include "llvm/Support/raw_ostream.h"
#include "llvm/TargetParser/Host.h"
#include "llvm/TargetParser/Triple.h"
#include <CLI/CLI.hpp>

using namespace dlc;
using namespace dlc::tool;

void dlc::tool::printError(const std::string &message, const std::string &hint) {
  llvm::WithColor::error(llvm::errs(), "dlc") << message << "\n";
  if (!hint.empty())
    llvm::WithColor::note(llvm::errs(), "dlc") << "hint: " << hint << "\n";
}

/// Options that compilers spell with one dash and several letters, in CLI11's spelling. Flags are
/// not run together: `-shared` is none of ours, rather than -s and -h.
static std::vector<std::string> withLongDashes(int argc, char **argv) {
  std::vector<std::string> result;
  for (int i = 1; i < argc; ++i) {
    llvm::StringRef arg = argv[i];
    if (arg.consume_front("-march=") || arg.consume_front("--march="))
      result.push_back("--march=" + arg.str());
    else if (arg.consume_front("-std="))
      result.push_back("--std=" + arg.str());
    else if (arg == "-MD" || arg == "-MMD")
      result.push_back("--write-dependencies");
    else if (arg == "-MF")
      result.push_back("--dependency-file");
    else if (arg.starts_with("-Wl,") || arg.starts_with("-l") || arg.starts_with("-L"))
      result.push_back("--linker-option=" + arg.str());
    else if (arg.size() > 2 && arg[0] == '-' && llvm::StringRef("chsv").contains(arg[1]))
      result.push_back("-" + arg.str());
    else
      result.push_back(arg.str());
  }
  return result;
}

static constexpr const char *introduction =
    "dlc compiles a model written in C++ into a native program that trains it.\n"
    "\n"
    "  dlc model.cpp -o cnn                  a program: ./cnn train, ./cnn eval, ./cnn predict\n"
    "  dlc model.cpp main.cpp -o app         the same with your own main, which includes <cnn.h>\n"
    "  dlc -c model.cpp -o cnn.o             an object and cnn.h, to link into your own program\n"
    "  dlc model.cpp --report -o cnn         what it computes, line by line, and the memory it "
    "takes\n"
    "\n"
    "The first source holds DLC_PROGRAM; it runs once, inside dlc, and is not part of the result.\n"
    "Sources after it are compiled against the generated header and linked.\n";

static std::string phaseHelp() {
  std::string text = "Phases, for --emit and --from:\n";
  for (const PhaseName &phase : phaseNames())
    text += "  " + phase.name + std::string(15 - std::min<size_t>(14, phase.name.size()), ' ') +
            phase.summary + "\n";
  return text;
}

static void addOptions(CLI::App &app, Options &options, std::vector<std::string> &inputs,
                       Spellings &spelt) {
  app.add_option("files", inputs, "the model (.cpp), further sources, objects, archives")
      ->type_name("FILE");
  app.add_option("-o", options.output, "what to write; default: the model's name without .cpp");
  app.add_flag("-c", options.compileOnly, "write an object and its header, do not link");
  app.add_option("--model", options.model, "the source to trace, if it is not the first one");

  app.add_option("--march", options.march,
                 "processor to compile for: native, x86-64, znver5, ... (also -march=); several, "
                 "with commas between them: the program takes the best at its start; default: "
                 "x86-64-v3,x86-64-v4, and x86-64-v4-bf16 for products of bf16; with --emit or "
                 "--from native")
      ->delimiter(',')
      ->allow_extra_args(false)
      ->type_name("CPU[,CPU]")
      ->group("Generated code");
  app.add_option("--target-triple", options.targetTriple,
                 "machine to compile for: aarch64-linux-gnu, ...; default: this one")
      ->type_name("TRIPLE")
      ->group("Generated code");
  app.add_option("-O", spelt.optimize,
                 "0: compile fast, for tests; 1, 2 and 3: run fast (default 3)")
      ->group("Generated code");
  app.add_option("--precision", spelt.precision,
                 "what contractions and convolutions of f32 multiply: f32 (default), or bf16, "
                 "summed up in f32")
      ->type_name("TYPE")
      ->group("Generated code");
  app.add_flag("-s", options.strip, "leave symbols out of the program")->group("Generated code");
  app.add_option("--max-memory", spelt.limit,
                 "compute again what does not fit into SIZE: 40MiB, 60% of the activations, least")
      ->type_name("SIZE")
      ->group("Generated code");
  app.add_option("--winograd", spelt.winograd,
                 "3x3 convolutions in fewer products, which round more: auto (where that is "
                 "faster), off, always; default: auto")
      ->type_name("WHEN")
      ->group("Generated code");

  app.add_option("-I", options.includes, "a folder with headers")
      ->type_name("DIR")
      ->allow_extra_args(false)
      ->group("C++");
  app.add_option("-D", options.defines, "a macro")
      ->type_name("NAME[=VALUE]")
      ->allow_extra_args(false)
      ->group("C++");
  app.add_option("--std", options.standard, "language of the sources (also -std=)")
      ->capture_default_str()
      ->group("C++");
  app.add_flag("--write-dependencies", options.writeDependencies,
               "write a make file of the headers (also -MD)")
      ->group("C++");
  app.add_option("--dependency-file", options.dependencyFile, "where to (also -MF)")->group("C++");
  app.add_option("--host-compiler", options.hostCompiler,
                 "compiles the model for the trace; default: c++ on PATH")
      ->group("C++");
  app.add_option("--target-compiler", options.targetCompiler,
                 "compiles and links the program; default: the host compiler, for another "
                 "machine TRIPLE-g++")
      ->group("C++");
  app.add_option("--runtime-library", options.runtimeLibrary,
                 "the target's libdlc_rt.a; default: the one beside dlc")
      ->type_name("FILE")
      ->group("C++");
  app.add_option("--linker-option", options.linkerOptions,
                 "passed on when linking (also -l, -L, -Wl,)")
      ->allow_extra_args(false)
      ->group("C++");

  app.add_option("-j,--jobs", options.jobs, "threads to compile with; default: all processors")
      ->check(CLI::Range(1, 1024))
      ->group("Compiling");
  app.add_option("--cache", options.cache,
                 "keep compiled kernels in DIR; default: DLC_CACHE, or ~/.cache/dlc")
      ->type_name("DIR")
      ->group("Compiling");
  app.add_flag("--no-cache", spelt.noCache, "compile every kernel (also DLC_CACHE=off)")
      ->group("Compiling");
  app.add_option("--cache-limit", options.cacheMebibytes,
                 "size from which on the kernels that were not used for longest go")
      ->capture_default_str()
      ->type_name("MIB")
      ->group("Compiling");

  app.add_flag("--report", options.report,
               "print kernels, launches, arithmetic, bytes, memory over time")
      ->group("Looking inside");
  app.add_flag("--time", options.time, "print where the time went")->group("Looking inside");
  app.add_option("--emit", options.emit,
                 "stop after PHASE and print what it made (to -o, if given)")
      ->type_name("PHASE")
      ->group("Looking inside");
  app.add_option("--dump-phases", options.dumpPhases, "write what each phase made to DIR")
      ->type_name("DIR")
      ->group("Looking inside");
  app.add_option("--from", options.from, "FILE is what --emit=PHASE printed; go on from there")
      ->type_name("PHASE")
      ->group("Looking inside");
  app.add_flag("--poison-dead-rows", options.poisonDeadRows,
               "test mode: fill what should not be read with NaN before every launch")
      ->group("Looking inside");
  app.add_flag("-v,--verbose", options.verbose, "print the commands that are run")
      ->group("Looking inside");
}

/// Sorts the files by what they are; false after an error.
static bool sortInputs(Options &options, const std::vector<std::string> &inputs) {
  for (const std::string &input : inputs) {
    if (!llvm::sys::fs::exists(input))
      return printError("no such file: '" + input + "'"), false;
    llvm::StringRef extension = llvm::sys::path::extension(input);
    if (!options.from.empty() && options.model.empty())
      options.model = input; // what a phase printed, under whatever name
    else if (extension == ".o" || extension == ".a" || extension == ".so")
      options.objects.push_back(input);
    else if (extension == ".mlir")
      return printError("'" + input + "' is the output of a phase",
                        "say which: --from=trace, ..., --from=plan"),
             false;
    else if (extension == ".cpp" || extension == ".cc" || extension == ".cxx" ||
             extension == ".c") {
      if (options.model.empty() && (extension != ".c"))
        options.model = input;
      else if (input != options.model)
        options.sources.push_back(input);
    } else
      return printError("'" + input +
                        "' is no source (.cpp, .cc, .cxx, .c), object (.o) or archive (.a, .so)"),
             false;
  }
  if (options.model.empty())
    return printError("no model to compile", "dlc model.cpp -o app; see dlc --help"), false;
  if (!llvm::sys::fs::exists(options.model))
    return printError("no such file: '" + options.model + "'"), false;
  return true;
}

/// What to compile for when the command line does not say. A phase is shown for one processor.
static void chooseProcessors(Options &options) {
  if (!options.march.empty())
    return;
  llvm::Triple triple(options.targetTriple.empty() ? llvm::sys::getDefaultTargetTriple()
                                                   : options.targetTriple);
  if (options.targetTriple.empty() && (!options.emit.empty() || !options.from.empty()))
    options.march = {"native"};
  else if (!triple.isX86())
    options.march = {"generic"};
  else if (options.emit.empty() && options.from.empty())
    options.march = options.precision == Precision::bf16
                        ? std::vector<std::string>{"x86-64-v3", "x86-64-v4", "x86-64-v4-bf16"}
                        : std::vector<std::string>{"x86-64-v3", "x86-64-v4"};
  else
    options.march = {"x86-64-v3"};
}

/// What is written must not be what is read, under whatever name.
static bool isInput(const Options &options, const std::string &output) {
  auto isOutput = [&](const std::string &input) {
    return llvm::sys::fs::equivalent(input, output);
  };
  return isOutput(options.model) || llvm::any_of(options.sources, isOutput) ||
         llvm::any_of(options.objects, isOutput);
}

static bool check(Options &options) {
  chooseProcessors(options);
  if (options.march.size() > 1 && (!options.emit.empty() || !options.from.empty()))
    return printError("--emit and --from are about one processor, and -march names " +
                      std::to_string(options.march.size())),
           false;
  auto known = [&](const std::string &name, const char *option) {
    for (const PhaseName &phase : phaseNames())
      if (phase.name == name)
        return true;
    std::string names;
    for (const PhaseName &phase : phaseNames())
      names += (names.empty() ? "" : ", ") + phase.name;
    printError(std::string(option) + "=" + name + ": there is no such phase", "one of " + names);
    return false;
  };
  if (!options.emit.empty() && !known(options.emit, "--emit"))
    return false;
  if (!options.from.empty() && !known(options.from, "--from"))
    return false;
  if (options.compileOnly && (!options.sources.empty() || !options.objects.empty()))
    return printError("-c compiles the model alone, but '" +
                          (options.sources.empty() ? options.objects : options.sources).front() +
                          "' was given too",
                      "compile the other sources with your own compiler"),
           false;
  if (options.output.empty() && options.emit.empty()) {
    options.output = llvm::sys::path::stem(options.model).str();
    if (options.compileOnly)
      options.output += ".o";
  }
  if (!options.output.empty() && isInput(options, options.output))
    return printError("'" + options.output + "' is read, and would be written"), false;
  return true;
}

std::optional<Options> dlc::tool::parseCommandLine(int argc, char **argv, int &exitCode) {
  Options options;
  std::vector<std::string> inputs;
  Spellings spelt;
  CLI::App app(introduction, "dlc");
  app.footer(phaseHelp());
  app.set_version_flag("--version", "dlc " DLC_VERSION ", with LLVM " LLVM_VERSION_STRING,
                       "print the version and exit");
  addOptions(app, options, inputs, spelt);

  exitCode = 1;
  std::vector<std::string> arguments = withLongDashes(argc, argv);
  std::reverse(arguments.begin(), arguments.end()); // CLI11 pops from the back
  try {
    app.parse(arguments);
  } catch (const CLI::CallForHelp &) {
    llvm::outs() << app.help();
    exitCode = 0;
    return std::nullopt;
  } catch (const CLI::CallForVersion &version) {
    llvm::outs() << version.what() << "\n";
    exitCode = 0;
    return std::nullopt;
  } catch (const CLI::ParseError &error) {
    printError(error.what(), "dlc --help lists the options");
    return std::nullopt;
  }
  if (!readSpellings(spelt, options) || !sortInputs(options, inputs) || !check(options))
    return std::nullopt;
  return options;
}
