// One result: a line of JSON for programs, a line of text for people.
#ifndef DLC_BENCH_GPU_HOST_RECORD_H
#define DLC_BENCH_GPU_HOST_RECORD_H

#include <cmath>
#include <cstdio>
#include <string>
#include <vector>

class Record {
public:
  explicit Record(const std::string &part) { add("part", part); }

  Record &add(const char *key, const std::string &value) { return raw(key, quoted(value)); }
  Record &add(const char *key, const char *value) { return raw(key, quoted(value)); }
  Record &add(const char *key, bool value) { return raw(key, value ? "true" : "false"); }
  Record &add(const char *key, double value) {
    char text[32];
    snprintf(text, sizeof text, "%.6g", value);
    return raw(key, std::isfinite(value) ? text : "null"); // JSON has no NaN
  }
  Record &add(const char *key, long value) { return raw(key, std::to_string(value)); }
  Record &add(const char *key, long long value) { return raw(key, std::to_string(value)); }
  Record &add(const char *key, int value) { return raw(key, std::to_string(value)); }
  Record &add(const char *key, const std::vector<std::string> &values) {
    std::string list;
    for (const std::string &value : values)
      list += (list.empty() ? "" : ", ") + quoted(value);
    return raw(key, "[" + list + "]");
  }
  std::string line() const { return "{" + text + "}\n"; }

private:
  Record &raw(const char *key, const std::string &value) {
    text += (text.empty() ? "" : ", ") + quoted(key) + ": " + value;
    return *this;
  }
  static std::string quoted(const std::string &value) {
    std::string out = "\"";
    for (char c : value) {
      char escaped[8];
      if (c == '"' || c == '\\')
        out += '\\';
      if (static_cast<unsigned char>(c) < ' ') {
        snprintf(escaped, sizeof escaped, "\\u%04x", c);
        out += escaped;
      } else {
        out += c;
      }
    }
    return out + "\"";
  }
  std::string text;
};

#endif // DLC_BENCH_GPU_HOST_RECORD_H
