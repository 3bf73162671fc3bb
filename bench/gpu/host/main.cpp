// gpu_check COMMAND [options]: see usage(). Exit status: 0 all is right, 1 something is wrong, 2
// something did not run.
#include "session.h"

#include <cstdarg>
#include <cstring>
#include <random>

namespace {

int usage() {
  fprintf(stderr, "usage: gpu_check device|check|time|copies|images|graph|probe [options]\n"
                  "  --build DIR    what build.sh made (manifest.txt, kernels/)\n"
                  "  --json FILE    adds each result to FILE, a line of JSON each\n"
                  "  --only NAMES   kernels or probes, patterns separated by commas\n"
                  "  --size SIZES   small, medium, large, chain\n"
                  "  --image KIND   cubin or ptx\n"
                  "  --seed N       of the random inputs; another one each run if it is not given\n"
                  "  --brief        few repetitions\n");
  return 2;
}

void describe(Session &session) {
  Device &d = session.device;
  int multiprocessors = d.attribute(cuda::MultiprocessorCount),
      cache = d.attribute(cuda::L2CacheSize);
  session.report(Record("device")
                     .add("name", d.name)
                     .add("capability", d.capability / 10.0)
                     .add("driver", d.driverVersion)
                     .add("memory", static_cast<long long>(d.memory))
                     .add("multiprocessors", multiprocessors)
                     .add("l2", cache)
                     .add("shared", d.attribute(cuda::MaxSharedMemoryPerBlockOptIn))
                     .add("emulated", d.bankConflicts != nullptr),
                 "device: %s, compute capability %d.%d, driver %d.%d, %.1f GiB, %d "
                 "multiprocessors, L2 %.1f MiB",
                 d.name.c_str(), d.capability / 10, d.capability % 10, d.driverVersion / 1000,
                 d.driverVersion % 1000 / 10, static_cast<double>(d.memory) / (1 << 30),
                 multiprocessors, cache / 1048576.0);
}

} // namespace

std::vector<Entry> Session::chosen() {
  std::vector<Entry> list;
  for (const Entry &e : entries) {
    if (e.op == "probe" || !matches(e.name, only) || !matches(e.size, sizes))
      continue;
    if (runsHere(e))
      list.push_back(e);
  }
  return list;
}

bool Session::runsHere(const Entry &e) {
  if (!imageFile(device, e, folder, image).empty())
    return true;
  report(Record("skipped").add("name", e.name).add("arch", e.arch), "%-36s is not for this device",
         e.name.c_str());
  return false;
}

const Entry &Session::entry(const std::string &name) const {
  for (const Entry &e : entries)
    if (e.name == name)
      return e;
  throw Error(name + " was not built");
}

void Session::report(const Record &record, const char *format, ...) {
  va_list arguments;
  va_start(arguments, format);
  vprintf(format, arguments);
  va_end(arguments);
  puts("");
  fflush(stdout);
  if (json.empty())
    return;
  if (FILE *file = fopen(json.c_str(), "a")) {
    fputs(record.line().c_str(), file);
    fclose(file);
  }
}

void Session::attempt(const char *part, const std::string &name,
                      const std::function<void()> &body) {
  try {
    body();
  } catch (const std::exception &e) {
    ++failed;
    report(Record(part).add("name", name).add("right", false).add("failed", e.what()),
           "%-36s did not run: %s", name.c_str(), e.what());
  }
}

int main(int count, char **words) {
  if (count < 2)
    return usage();
  const std::string command = words[1];
  std::string folder = "build/bench/gpu", json, only = "*", sizes = "*", image = "cubin";
  uint64_t seed = std::random_device{}();
  bool brief = false;
  for (int i = 2; i < count; ++i) {
    const std::string option = words[i];
    if (option == "--brief") {
      brief = true;
      continue;
    }
    if (i + 1 == count)
      return usage();
    const char *value = words[++i];
    if (option == "--build")
      folder = value;
    else if (option == "--json")
      json = value;
    else if (option == "--only")
      only = value;
    else if (option == "--size")
      sizes = value;
    else if (option == "--image")
      image = value;
    else if (option == "--seed")
      seed = std::stoull(value);
    else
      return usage();
  }
  const std::pair<const char *, void (*)(Session &)> commands[] = {
      {"device", describe},      {"check", checkKernels},   {"time", timeKernels},
      {"copies", measureCopies}, {"images", compareImages}, {"graph", replayGraph},
      {"probe", probe}};
  for (auto [name, run] : commands) {
    if (command != name)
      continue;
    try {
      Session session{.device = {},
                      .folder = folder,
                      .json = json,
                      .entries = readManifest(folder + "/manifest.txt"),
                      .only = only,
                      .sizes = sizes,
                      .image = image == "ptx" ? Image::Ptx : Image::Cubin,
                      .seed = seed,
                      .brief = brief};
      run(session);
      return session.failed ? 2 : session.wrong ? 1 : 0;
    } catch (const std::exception &e) {
      fprintf(stderr, "gpu_check: %s\n", e.what());
      return 2;
    }
  }
  return usage();
}
