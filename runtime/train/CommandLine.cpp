//===- CommandLine.cpp - options to values -----------------------------*- C++ -*-===//
#include "dlc/rt/dataset.h"
#include "runtime/train/Commands.h"
#include "runtime/train/WholeNumber.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <fmt/format.h>
#include <limits>

namespace dlc::rt {
namespace {

constexpr const char *commandNames[] = {"train", "eval", "predict", "info"};

/// How many letters one has to insert, delete or change.
size_t editDistance(const std::string &a, const std::string &b) {
  std::vector<size_t> row(b.size() + 1);
  for (size_t j = 0; j <= b.size(); ++j)
    row[j] = j;
  for (size_t i = 1; i <= a.size(); ++i) {
    size_t diagonal = row[0];
    row[0] = i;
    for (size_t j = 1; j <= b.size(); ++j) {
      size_t change = diagonal + (a[i - 1] != b[j - 1]);
      diagonal = row[j];
      row[j] = std::min({row[j] + 1, row[j - 1] + 1, change});
    }
  }
  return row[b.size()];
}

std::string nearest(const std::string &word, const std::vector<std::string> &candidates) {
  std::string best;
  size_t distance = std::max<size_t>(2, word.size() / 3) + 1;
  for (const std::string &candidate : candidates)
    if (size_t d = editDistance(word, candidate); d < distance) {
      distance = d;
      best = candidate;
    }
  return best;
}

int usageError(const std::string &text, const std::string &hint) {
  std::fprintf(stderr, "error: %s\n  hint: %s\n", text.c_str(), hint.c_str());
  return 2;
}

std::pair<std::string, double> parseSetting(const std::string &text) {
  size_t equals = text.find('=');
  char *end = nullptr;
  double value = 0;
  if (equals != std::string::npos && equals + 1 < text.size())
    value = std::strtod(text.c_str() + equals + 1, &end);
  if (!end || *end)
    throw CLI::ValidationError("--set", fmt::format("`{}` is not of the form NAME=NUMBER", text));
  return {text.substr(0, equals), value};
}

struct Parser {
  CLI::App app;
  TrainOptions train;
  EvalOptions eval;
  PredictOptions predict;
  InfoOptions info;
  std::optional<double> lr;
  std::vector<std::string> sets;

  Parser(const dlc_program_desc &program, const char *binary);
  CLI::App *command() const;
  std::string hint(const CLI::App *sub) const;
};

Parser::Parser(const dlc_program_desc &program, const char *binary)
    : app(fmt::format("{}: a model that trains, evaluates and predicts on its own.", program.name),
          binary) {
  const dlc_fit_desc &fit = *program.fit;
  const std::string folder = defaultFolder(program);
  const std::string dataHelp =
      fmt::format("folder with the data{}", fit.data && fit.data->default_dir
                                                ? fmt::format(" [{}]", fit.data->default_dir)
                                                : std::string());
  const std::string weightsHelp =
      fmt::format("weights or checkpoint to use [{}/best.safetensors]", folder);
  const auto threads = [&](CLI::App *sub, int &to) {
    sub->add_option("--threads", to, "threads to compute with [all processors]")
        ->type_name("N")
        ->check(wholeNumber(1, 4096));
  };
  app.require_subcommand(1);
  // Said twice, the later one holds: a script's options can be overridden by appending.
  app.option_defaults()->multi_option_policy(CLI::MultiOptionPolicy::TakeLast);
  app.set_help_flag("-h,--help", "print this help and exit");
  app.footer(fmt::format("Examples:\n"
                         "  {0} train --epochs 3          train, keep checkpoints in {1}/\n"
                         "  {0} train --resume {1}/last.safetensors\n"
                         "  {0} eval                      how good the best weights are\n"
                         "  {0} predict --index 0 1 2     what they say about test samples\n"
                         "\n{0} COMMAND --help lists the options of a command.",
                         binary, folder));

  CLI::App *sub = app.add_subcommand("train", "train the model; Ctrl-C saves and stops");
  sub->add_option("--epochs", train.epochs,
                  fmt::format("how often to go through all training samples [{}]", fit.epochs))
      ->type_name("N")
      ->check(wholeNumber(1));
  sub->add_option("--max-steps", train.maxSteps,
                  "save and stop after that many steps, counted from the very first")
      ->type_name("N")
      ->check(wholeNumber(1));
  sub->add_option("--batch-size", train.batchSize,
                  fmt::format("samples a step [{}]", fit.batch_size))
      ->type_name("N")
      ->check(wholeNumber(1));
  sub->add_option("--lr", lr, "learning rate")->type_name("X");
  sub->add_option("--set", sets, "any setting of the model (see `info`)")
      ->type_name("NAME=X")
      ->expected(1)
      ->take_all();
  sub->add_option("--seed", train.seed,
                  fmt::format("of initial weights, shuffling and dropout [{}]", fit.seed))
      ->type_name("N")
      ->check(wholeNumber(0, std::numeric_limits<uint64_t>::max()));
  threads(sub, train.threads);
  sub->add_option("--data", train.data, dataHelp)->type_name("DIR");
  sub->add_option("--out", train.out,
                  fmt::format("where last.safetensors (to resume) and best.safetensors (weights) "
                              "go [{}, or where --resume lies]",
                              folder))
      ->type_name("DIR");
  sub->add_option("--resume", train.resume, "go on exactly where this checkpoint was saved")
      ->type_name("FILE");
  sub->add_flag("--quiet", train.quiet, "print errors only");

  sub = app.add_subcommand("eval", "loss and accuracy over the test samples");
  sub->add_option("--weights", eval.weights, weightsHelp)->type_name("FILE");
  sub->add_option("--data", eval.data, dataHelp)->type_name("DIR");
  sub->add_option("--batch-size", eval.batchSize, "samples at a time [what the model allows]")
      ->type_name("N")
      ->check(wholeNumber(1));
  threads(sub, eval.threads);

  sub = app.add_subcommand("predict", "what the model says about images or test samples");
  sub->add_option("images", predict.images, "PNG files")->type_name("FILE")->take_all();
  sub->add_option("--index", predict.indices, "test samples, by number from 0")
      ->type_name("N")
      ->take_all()
      ->check(wholeNumber(0));
  sub->add_option("--weights", predict.weights, weightsHelp)->type_name("FILE");
  sub->add_option("--data", predict.data, dataHelp)->type_name("DIR");
  threads(sub, predict.threads);

  sub = app.add_subcommand("info", "entries, parameters, memory and settings of the model");
  threads(sub, info.threads);

  for (CLI::App *command : app.get_subcommands([](CLI::App *) { return true; })) {
    command->set_help_flag("-h,--help", "print this help and exit");
    command->footer(""); // the examples are the program's
  }
  train.binary = binary;
}

CLI::App *Parser::command() const {
  std::vector<CLI::App *> parsed = app.get_subcommands();
  return parsed.empty() ? nullptr : parsed.front();
}

std::string Parser::hint(const CLI::App *sub) const {
  std::string help = fmt::format("{} {}{}--help lists the options", app.get_name(),
                                 sub ? sub->get_name() : "", sub ? " " : "");
  if (!sub || sub->remaining().empty())
    return help;
  std::vector<std::string> known;
  for (const CLI::Option *option : sub->get_options())
    for (const std::string &name : option->get_lnames())
      known.push_back("--" + name);
  std::string word = sub->remaining().front();
  std::string close = nearest(word.substr(0, word.find('=')), known);
  return close.empty() ? help : fmt::format("did you mean {}? {}", close, help);
}

} // namespace

int runCommandLine(const dlc_program_desc &program, int argc, char **argv) {
  const char *binary = argc > 0 ? argv[0] : program.name;
  Parser parser(program, binary);
  if (argc < 2) {
    std::fputs(parser.app.help().c_str(), stderr);
    return 2;
  }
  const std::string first = argv[1];
  if (first[0] != '-' && std::find(std::begin(commandNames), std::end(commandNames), first) ==
                             std::end(commandNames)) {
    std::string close = nearest(first, {std::begin(commandNames), std::end(commandNames)});
    return usageError(
        fmt::format("there is no command `{}`; there are {}", first,
                    fmt::join(std::begin(commandNames), std::end(commandNames), ", ")),
        close.empty() ? fmt::format("{} --help", binary) : fmt::format("did you mean {}?", close));
  }

  try {
    parser.app.parse(argc, argv);
    if (parser.lr)
      parser.train.settings.emplace_back("lr", *parser.lr);
    for (const std::string &text : parser.sets)
      parser.train.settings.push_back(parseSetting(text));
  } catch (const CLI::CallForHelp &) {
    const CLI::App *sub = parser.command();
    std::fputs((sub ? sub->help(binary) : parser.app.help()).c_str(), stdout);
    return 0;
  } catch (const CLI::ExtrasError &) {
    const CLI::App *sub = parser.command();
    std::vector<std::string> unknown = sub ? sub->remaining() : parser.app.remaining();
    return usageError(
        fmt::format("{}unknown: {}", sub ? sub->get_name() + ": " : "", fmt::join(unknown, " ")),
        parser.hint(sub));
  } catch (const CLI::RequiredError &e) {
    const CLI::App *sub = parser.command();
    return usageError(sub ? sub->get_name() + ": " + e.what()
                          : fmt::format("{}: name a command first", first),
                      parser.hint(sub));
  } catch (const CLI::ParseError &e) {
    const CLI::App *sub = parser.command();
    return usageError((sub ? sub->get_name() + ": " : std::string()) + e.what(), parser.hint(sub));
  }

  const std::string chosen = parser.command()->get_name();
  if (chosen == "train")
    return runTrain(program, parser.train);
  if (chosen == "eval")
    return runEval(program, parser.eval);
  if (chosen == "predict")
    return runPredict(program, parser.predict);
  return runInfo(program, parser.info);
}

} // namespace dlc::rt
