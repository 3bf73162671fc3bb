//===- Position.cpp - where a training run stands ----------------------*- C++ -*-===//
#include "runtime/train/Position.h"

#include "dlc/rt/error.hpp"

#include <cerrno>
#include <cstdlib>
#include <fmt/format.h>

namespace dlc::rt {
namespace {

const std::string prefix = "dlc.train.", settingPrefix = "dlc.setting.";

class Fields {
public:
  Fields(const Metadata &metadata, const std::string &path) : metadata(metadata), path(path) {}

  const std::string *find(const std::string &key) const {
    auto found = metadata.find(prefix + key);
    return found == metadata.end() ? nullptr : &found->second;
  }

  uint64_t count(const std::string &key, uint64_t most = INT64_MAX) const {
    const std::string &text = get(key);
    char *end = nullptr;
    errno = 0;
    uint64_t value = std::strtoull(text.c_str(), &end, 10);
    if (text.empty() || text[0] < '0' || text[0] > '9' || *end || errno || value > most)
      damaged(prefix + key, text);
    return value;
  }

  double number(const std::string &key, const std::string &text) const {
    char *end = nullptr;
    double value = std::strtod(text.c_str(), &end);
    if (text.empty() || *end)
      damaged(key, text);
    return value;
  }
  double number(const std::string &key) const { return number(prefix + key, get(key)); }

  [[noreturn]] void damaged(const std::string &key, const std::string &text) const {
    throw Error(DLC_ERR_FORMAT,
                fmt::format("{} is damaged: its metadata says {} = `{}`", path, key, text));
  }

private:
  const std::string &get(const std::string &key) const {
    if (const std::string *text = find(key))
      return *text;
    throw Error(DLC_ERR_FORMAT,
                fmt::format("{} is no training checkpoint: its metadata has no {}{}\n"
                            "  hint: resume from a last.safetensors; `eval` and `predict` take "
                            "files with weights only",
                            path, prefix, key));
  }

  const Metadata &metadata;
  const std::string &path;
};

} // namespace

Metadata Position::write(const Instance &instance) const {
  Metadata out;
  const auto put = [&](const char *key, auto value) {
    out[prefix + key] = fmt::format("{}", value); // doubles: the shortest text that reads back
  };
  put("seed", seed);
  put("batch_size", batchSize);
  put("samples", samples);
  put("epoch", epoch);
  put("step", step);
  put("global_step", globalStep);
  put("loss_sum", lossSum);
  put("rows", rows);
  put("best_epoch", bestEpoch);
  if (bestEpoch && best.loss)
    put("best_loss", *best.loss);
  if (bestEpoch && best.accuracy)
    put("best_accuracy", *best.accuracy);
  const dlc_program_desc &program = instance.program();
  for (int k = 0; k < program.num_settings; ++k)
    out[settingPrefix + program.settings[k].name] =
        fmt::format("{}", instance.setting(program.settings[k].name));
  return out;
}

Position Position::read(const Metadata &metadata, const std::string &path, Instance &instance) {
  Fields fields(metadata, path);
  Position position;
  position.epoch = int64_t(fields.count("epoch"));
  position.step = int64_t(fields.count("step"));
  position.globalStep = int64_t(fields.count("global_step"));
  position.seed = fields.count("seed", UINT64_MAX);
  position.batchSize = int64_t(fields.count("batch_size"));
  position.samples = int64_t(fields.count("samples"));
  position.lossSum = fields.number("loss_sum");
  position.rows = int64_t(fields.count("rows"));
  position.bestEpoch = int64_t(fields.count("best_epoch"));
  if (position.bestEpoch) {
    position.best.rows = 1;
    if (fields.find("best_loss"))
      position.best.loss = fields.number("best_loss");
    if (fields.find("best_accuracy"))
      position.best.accuracy = fields.number("best_accuracy");
  }
  for (const auto &[key, text] : metadata)
    if (key.starts_with(settingPrefix)) {
      std::string name = key.substr(settingPrefix.size());
      if (instance.findSetting(name) >= 0)
        instance.setSetting(name, fields.number(key, text));
    }
  return position;
}

} // namespace dlc::rt
