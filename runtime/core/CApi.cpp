//===- CApi.cpp - dlc_rt.h on top of Pool and Instance ------------------------------------===//
#include "runtime/core/Handles.h"
#include <cstring>
#include <fmt/format.h>

using namespace dlc::rt;

namespace {

// Option structs grow at their end: what an older caller's lacks keeps its default, what a newer
// caller's has beyond ours must be unused.
template <class Options> Options readOptions(const Options *given, const char *name) {
  Options options{};
  if (!given)
    return options;
  if (given->size < sizeof(uint64_t) || given->size > 4096)
    throw Error(DLC_ERR_ARGUMENT,
                fmt::format("{}.size is {}; hint: set it to sizeof({})", name, given->size, name));
  auto *bytes = reinterpret_cast<const char *>(given);
  for (uint64_t i = sizeof(Options); i < given->size; ++i)
    if (bytes[i])
      throw Error(DLC_ERR_VERSION, fmt::format("{} has options this runtime does not know; hint: "
                                               "the header is newer than the library",
                                               name));
  memcpy(&options, given, std::min<uint64_t>(given->size, sizeof(Options)));
  return options;
}

void need(bool condition, const char *text) {
  if (!condition)
    throw Error(DLC_ERR_ARGUMENT, text);
}

// Of this thread's last dlc_context_create: there is no context to keep it.
thread_local std::string createError;

} // namespace

int dlc_context_create(const dlc_context_options *options, dlc_context **out) {
  if (!out)
    return DLC_ERR_ARGUMENT;
  *out = nullptr;
  createError.clear();
  return guarded(createError, [&] {
    dlc_context_options o = readOptions(options, "dlc_context_options");
    *out = new dlc_context({o.threads, o.pin != 0, o.spin_us});
  });
}

void dlc_context_destroy(dlc_context *context) { delete context; }

int dlc_threads(const dlc_context *context) { return context ? context->pool.threads() : 0; }

const char *dlc_context_error(const dlc_context *context) {
  return (context ? context->error : createError).c_str();
}

int dlc_instance_create(dlc_context *context, const dlc_program_desc *program,
                        const dlc_instance_options *options, dlc_instance **out) {
  if (!out)
    return DLC_ERR_ARGUMENT;
  *out = nullptr;
  if (!context)
    return DLC_ERR_ARGUMENT;
  std::string error;
  int status = guarded(error, [&] {
    need(program, "no program: pass the address of the model's dlc_program_desc");
    dlc_instance_options o = readOptions(options, "dlc_instance_options");
    need(!(o.flags & ~uint32_t{DLC_NO_INIT | DLC_PROFILE | DLC_POISON}),
         "dlc_instance_options.flags has bits this runtime does not know");
    *out = new dlc_instance(context->pool, *program, {o.seed, o.flags});
  });
  if (status) {
    std::lock_guard<std::mutex> lock(context->lock);
    context->error.swap(error);
  }
  return status;
}

void dlc_instance_destroy(dlc_instance *instance) { delete instance; }

const char *dlc_error(const dlc_instance *instance) {
  return instance ? instance->error.c_str() : "no instance";
}

const char *dlc_status_text(int status) {
  switch (status) {
  case DLC_OK:
    return "no error";
  case DLC_ERR_ARGUMENT:
    return "an argument or option makes no sense";
  case DLC_ERR_VERSION:
    return "model, header and runtime are of different versions";
  case DLC_ERR_TARGET:
    return "this processor lacks instructions the model uses";
  case DLC_ERR_MEMORY:
    return "not enough memory";
  case DLC_ERR_RANGE:
    return "a dimension or an index is out of range";
  case DLC_ERR_NAME:
    return "no state, setting or entry of that name";
  case DLC_ERR_MISMATCH:
    return "element type, shape or size differ";
  case DLC_ERR_BUSY:
    return "the instance is running on another thread";
  case DLC_ERR_IO:
    return "a file could not be read or written";
  case DLC_ERR_FORMAT:
    return "a damaged file";
  case DLC_ERR_SYSTEM:
    return "the system refused, for example to start a thread";
  case DLC_ERR_INTERNAL:
    return "a bug in the runtime";
  case DLC_ERR_ASSERT:
    return "a condition that the model asserts does not hold";
  case DLC_ERR_INDEX:
    return "an index in the model's data is out of range";
  }
  return "no such status";
}

const dlc_program_desc *dlc_program(const dlc_instance *instance) {
  return instance ? &instance->impl.program() : nullptr;
}

int dlc_find_entry(const dlc_instance *instance, const char *name) {
  return instance && name ? instance->impl.findEntry(name) : -1;
}
int dlc_find_state(const dlc_instance *instance, const char *name) {
  return instance && name ? instance->impl.findState(name) : -1;
}
int dlc_find_setting(const dlc_instance *instance, const char *name) {
  return instance && name ? instance->impl.findSetting(name) : -1;
}

int dlc_run(dlc_instance *instance, int entry, const void *const *inputs, void *const *outputs,
            const int64_t *dims) {
  if (!instance)
    return DLC_ERR_ARGUMENT;
  return guarded(instance->error, [&] { instance->impl.run(entry, inputs, outputs, dims); });
}

void *dlc_input(dlc_instance *instance, int entry, int index) {
  return instance ? instance->impl.input(entry, index) : nullptr;
}
const void *dlc_output(dlc_instance *instance, int entry, int index) {
  return instance ? instance->impl.output(entry, index) : nullptr;
}

int dlc_init(dlc_instance *instance, uint64_t seed) {
  if (!instance)
    return DLC_ERR_ARGUMENT;
  return guarded(instance->error, [&] { instance->impl.init(seed); });
}

int dlc_read(dlc_instance *instance, const char *state, int dtype, void *data, uint64_t bytes) {
  if (!instance)
    return DLC_ERR_ARGUMENT;
  return guarded(instance->error, [&] {
    need(state && data, "dlc_read: the name or the data is null");
    instance->impl.readState(instance->impl.expectState(state, dtype, bytes), data);
  });
}

int dlc_write(dlc_instance *instance, const char *state, int dtype, const void *data,
              uint64_t bytes) {
  if (!instance)
    return DLC_ERR_ARGUMENT;
  return guarded(instance->error, [&] {
    need(state && data, "dlc_write: the name or the data is null");
    instance->impl.writeState(instance->impl.expectState(state, dtype, bytes), data);
  });
}

int dlc_get_setting(dlc_instance *instance, const char *name, double *value) {
  if (!instance)
    return DLC_ERR_ARGUMENT;
  return guarded(instance->error, [&] {
    need(name && value, "dlc_get_setting: the name or the value is null");
    *value = instance->impl.setting(name);
  });
}

int dlc_set_setting(dlc_instance *instance, const char *name, double value) {
  if (!instance)
    return DLC_ERR_ARGUMENT;
  return guarded(instance->error, [&] {
    need(name, "dlc_set_setting: the name is null");
    instance->impl.setSetting(name, value);
  });
}

const char *dlc_profile(dlc_instance *instance) {
  if (!instance)
    return "";
  int status = guarded(instance->error, [&] {
    const Profile *profile = instance->impl.profile();
    need(profile, "this instance was created without DLC_PROFILE");
    instance->profile = profile->text();
  });
  return status ? "" : instance->profile.c_str();
}
