/*===- dlc_rt.h - the C interface of a compiled model -------------------*- C -*-===
 *
 * What a program that links a compiled model calls: the generated header names the
 * model's dlc_program_desc and includes this file.
 *
 *   dlc_context *context;             owns the threads; several models may share it
 *   dlc_instance *model;              one model's state and memory
 *   dlc_context_create(NULL, &context);
 *   dlc_instance_create(context, &cnn_program, NULL, &model);
 *   dlc_run(model, dlc_find_entry(model, "predict"), inputs, outputs, dims);
 *
 * Every function that can fail returns DLC_OK or a dlc_status; the text of the last
 * failure belongs to the handle. An instance serves one thread at a time; instances run
 * concurrently. Nothing here throws, and no call after creation allocates unless it says so.
 *===---------------------------------------------------------------------------===*/
#ifndef DLC_RT_DLC_RT_H
#define DLC_RT_DLC_RT_H
#include "dlc/rt/abi.h"

#if defined(__GNUC__)
#define DLC_API __attribute__((visibility("default")))
#else
#define DLC_API
#endif

#ifdef __cplusplus
extern "C" {
#endif

typedef enum dlc_status {
  DLC_OK = 0,
  DLC_ERR_ARGUMENT = 1, /* a null pointer, an option that makes no sense */
  DLC_ERR_VERSION = 2,  /* the model was compiled for another runtime */
  DLC_ERR_TARGET = 3,   /* this processor lacks instructions the model uses */
  DLC_ERR_MEMORY = 4,
  DLC_ERR_RANGE = 5,    /* a dimension or an index out of its range */
  DLC_ERR_NAME = 6,     /* no state, setting or entry of that name */
  DLC_ERR_MISMATCH = 7, /* element type, shape or number of bytes differ */
  DLC_ERR_BUSY = 8,     /* the instance is running on another thread */
  DLC_ERR_IO = 9,       /* the operating system refused */
  DLC_ERR_FORMAT = 10,  /* a damaged file */
  DLC_ERR_SYSTEM = 11,  /* threads could not be started, and the like */
  DLC_ERR_INTERNAL = 12,
  DLC_ERR_ASSERT = 13, /* a condition that the model asserts does not hold */
  DLC_ERR_INDEX = 14   /* an index in the model's data is out of range */
} dlc_status;

typedef struct dlc_context dlc_context;
typedef struct dlc_instance dlc_instance;

/* Zero means the default in every field. Set `size` to sizeof(dlc_context_options). */
typedef struct dlc_context_options {
  uint64_t size;
  int32_t threads; /* 0: as many as this process may use */
  int32_t pin;     /* 1: workers stay on one processor each, if nobody restricted the process */
  int32_t spin_us; /* how long a thread spins before it sleeps; 0: default, -1: not at all */
  int32_t reserved;
} dlc_context_options;

enum {
  DLC_NO_INIT = 1, /* leave every state zero: a checkpoint is loaded next */
  DLC_PROFILE = 2, /* count and time every launch */
  DLC_POISON = 4   /* for tests: fill dead memory with NaN before every run, and run the parts of
                      joined launches one after the other, the last one first */
};

typedef struct dlc_instance_options {
  uint64_t size;
  uint64_t seed; /* of the initial values and everything random */
  uint32_t flags;
  uint32_t reserved;
} dlc_instance_options;

/* Options may be null. On failure *out is null, and dlc_context_error says why: of the context for
 * an instance, of NULL for the context that this thread could not make. Instances go before their
 * context. */
DLC_API int dlc_context_create(const dlc_context_options *options, dlc_context **out);
DLC_API void dlc_context_destroy(dlc_context *context);
DLC_API int dlc_threads(const dlc_context *context);
DLC_API const char *dlc_context_error(const dlc_context *context);

DLC_API int dlc_instance_create(dlc_context *context, const dlc_program_desc *program,
                                const dlc_instance_options *options, dlc_instance **out);
DLC_API void dlc_instance_destroy(dlc_instance *instance);
DLC_API const char *dlc_error(const dlc_instance *instance); /* "" when nothing failed */
DLC_API const char *dlc_status_text(int status);

/* The tables: names, shapes, dimensions, entries, states, settings. */
DLC_API const dlc_program_desc *dlc_program(const dlc_instance *instance);
DLC_API int dlc_find_entry(const dlc_instance *instance, const char *name);   /* -1: none */
DLC_API int dlc_find_state(const dlc_instance *instance, const char *name);   /* -1: none */
DLC_API int dlc_find_setting(const dlc_instance *instance, const char *name); /* -1: none */

/* The bytes an instance holds: state + arena + threads x scratch, as really mapped. */
DLC_API uint64_t dlc_peak_bytes(const dlc_program_desc *program, int threads);
#define DLC_ALIGN_UP(n, a) (((uint64_t)(n) + ((a) - 1)) / (a) * (a))
#define DLC_PEAK_BYTES(state, arena, scratch, threads)                                             \
  DLC_ALIGN_UP(DLC_ALIGN_UP(state, 256) + DLC_ALIGN_UP(arena, 256) +                               \
                   (uint64_t)(threads) * DLC_ALIGN_UP(scratch, 256),                               \
               65536)

/* Runs an entry. dims: one value per dimension of the program, 1..bound (null when there is
 * none). inputs[i] and outputs[i] are row-major and dense in the live shape; a null pointer
 * (or a null array) means the slot is used in place, see dlc_input. */
DLC_API int dlc_run(dlc_instance *instance, int entry, const void *const *inputs,
                    void *const *outputs, const int64_t *dims);

/* The slot of an input or output: row-major at the bound. Fill inputs before every run, read
 * outputs before the next. Null when the index is out of range. */
DLC_API void *dlc_input(dlc_instance *instance, int entry, int index);
DLC_API const void *dlc_output(dlc_instance *instance, int entry, int index);

/* Every state takes its initial value under `seed`, call numbers start at zero. Settings stay. */
DLC_API int dlc_init(dlc_instance *instance, uint64_t seed);

/* States by name, row-major in the shape of the tables, whatever the storage looks like.
 * `dtype` and `bytes` describe `data` and must agree with the state. */
DLC_API int dlc_read(dlc_instance *instance, const char *state, int dtype, void *data,
                     uint64_t bytes);
DLC_API int dlc_write(dlc_instance *instance, const char *state, int dtype, const void *data,
                      uint64_t bytes);

DLC_API int dlc_get_setting(dlc_instance *instance, const char *name, double *value);
DLC_API int dlc_set_setting(dlc_instance *instance, const char *name, double value);

/* Checkpoints (safetensors). DLC_WEIGHTS: parameters and buffers; DLC_ALL: optimiser and random
 * state too. Loading changes nothing unless everything fits. These allocate. */
enum { DLC_WEIGHTS = 0, DLC_ALL = 1 };
DLC_API int dlc_save(dlc_instance *instance, const char *path, int what);
DLC_API int dlc_load(dlc_instance *instance, const char *path, int what);

/* What DLC_PROFILE saw so far, as a table. Valid until the next call. Allocates. */
DLC_API const char *dlc_profile(dlc_instance *instance);

#ifdef __cplusplus
}
#endif
#endif
