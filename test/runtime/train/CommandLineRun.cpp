//===- CommandLineRun.cpp - dlc_main in a child process ----------------*- C++ -*-===//
#include "train/CommandLineRun.h"

#include "data/IdxFiles.h"
#include "dlc/rt/commands.h"

#include <cstdio>
#include <cstdlib>
#include <sys/wait.h>
#include <unistd.h>

Finished runCommand(const dlc_program_desc &program, std::vector<std::string> words, int raiseAt,
                    int raises, const char *out) {
  idx::TemporaryFolder folder;
  std::fflush(nullptr);
  pid_t child = fork();
  if (child == 0) {
    if (!std::freopen(out ? out : (folder / "out").c_str(), "w", stdout) ||
        !std::freopen((folder / "err").c_str(), "w", stderr))
      _exit(99);
    logistic::raiseAt = raiseAt;
    logistic::raises = raises;
    words.insert(words.begin(), "./model");
    std::vector<char *> argv;
    for (std::string &word : words)
      argv.push_back(word.data());
    argv.push_back(nullptr);
    int status = dlc_main(&program, int(words.size()), argv.data());
    std::fflush(nullptr);
    _exit(status);
  }
  int status = 0;
  waitpid(child, &status, 0);
  std::vector<uint8_t> said = idx::read(folder / "out"), err = idx::read(folder / "err");
  return {WIFEXITED(status) ? WEXITSTATUS(status) : 1000 + WTERMSIG(status),
          {said.begin(), said.end()},
          {err.begin(), err.end()}};
}
