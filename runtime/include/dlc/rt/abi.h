/*===- abi.h - what the compiler emits and the runtime reads ------------*- C -*-===
 *
 * The binary interface between generated code and the runtime: plain C tables, all
 * constant. A user's program sees none of this; it includes the generated header and
 * dlc/rt/dlc_rt.h. Changing a table changes DLC_ABI_VERSION.
 *===---------------------------------------------------------------------------===*/
#ifndef DLC_RT_ABI_H
#define DLC_RT_ABI_H
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#define DLC_ABI_VERSION 3u

/* Element types. bool is one byte, 0 or 1. */
typedef enum dlc_dtype {
  DLC_F64 = 0,
  DLC_F32 = 1,
  DLC_F16 = 2,
  DLC_BF16 = 3,
  DLC_I64 = 4,
  DLC_I32 = 5,
  DLC_U8 = 6,
  DLC_BOOL = 7
} dlc_dtype;

/* A named dynamic dimension: 1..bound at run time. */
typedef struct dlc_dim_desc {
  const char *name;
  int64_t bound;
} dlc_dim_desc;

/* How much of one axis is live: mul * dims[dim] + add; dim < 0 means all of the bound. */
typedef struct dlc_live_desc {
  int32_t dim;
  int32_t pad;
  int64_t mul, add;
} dlc_live_desc;

/* A tensor as the user sees it: PyTorch's axis order, row-major, dense. */
typedef struct dlc_tensor_desc {
  const char *name;
  int32_t dtype; /* dlc_dtype */
  int32_t rank;
  const int64_t *shape;      /* [rank], dynamic axes at their bound */
  const dlc_live_desc *live; /* [rank] */
} dlc_tensor_desc;

typedef enum dlc_role {
  DLC_PARAM = 0,     /* trained; in the state dict */
  DLC_BUFFER = 1,    /* not trained; in the state dict */
  DLC_OPTIMIZER = 2, /* moments, step numbers */
  DLC_GRAD = 3,      /* a gradient that outlives its entry */
  DLC_RNG = 4        /* seed and call numbers */
} dlc_role;

/* One state tensor and where it is stored. Storage holds the logical row-major tensor
 * viewed with shape `view_shape` (equal number of elements) and axes permuted so that
 * storage axis i is view axis perm[i]; storage is dense. */
typedef struct dlc_state_desc {
  dlc_tensor_desc tensor;
  int32_t role; /* dlc_role */
  int32_t view_rank;
  const int64_t *view_shape;
  const int32_t *perm;
  uint64_t offset; /* bytes from the state's base */
  uint64_t bytes;
} dlc_state_desc;

/* A run-time value such as the learning rate; lives at `offset` in the state block. */
typedef struct dlc_setting_desc {
  const char *name;
  int32_t dtype;
  int32_t pad;
  double value; /* what it is unless the program says otherwise */
  uint64_t offset;
} dlc_setting_desc;

/* A kernel runs tiles [begin, end); args are pointers first, then extents as int64_t.
 * scratch is the calling thread's own and 64-byte aligned. */
typedef void (*dlc_kernel_fn)(void *const *args, int64_t begin, int64_t end, void *scratch);

typedef struct dlc_launch_desc {
  dlc_kernel_fn kernel;
  const char *name;     /* of the kernel, "k7_contract_relu" */
  const char *location; /* "model.cpp:15 in fc1" */
  double flops, bytes;  /* at the bound */
  int32_t num_args;     /* words in args */
  int32_t pad;
} dlc_launch_desc;

/* What an entry runs on. The schedule computes every address from these. */
typedef struct dlc_frame {
  char *state;
  char *arena;
  const int64_t *dims; /* one per dlc_dim_desc */
  void *instance;      /* the runtime's own */
} dlc_frame;

/* Runs all tiles of one launch on the instance's pool and returns when they are done. */
void dlc_rt_launch(dlc_frame *frame, const dlc_launch_desc *launch, void *const *args,
                   int64_t tiles);

/* Launches that are joined: every thread runs a part of each, one after the other. `units` is how
 * much work there is; a part is some units in a row. Returns 0, and has run nothing, where units
 * are so few that the pool's threads would get unequal parts: then the launches are run one by one.
 * `steps` are the caller's numbers of the steps of the loops around, for the function to read. */
typedef struct dlc_part dlc_part;
typedef void (*dlc_part_fn)(dlc_frame *frame, const dlc_part *part, const int64_t *steps);
int dlc_rt_join(dlc_frame *frame, dlc_part_fn run, const int64_t *steps, int64_t units);

/* A launch in such a function: `tiles` along an axis of which a unit takes `per_unit`, `outer` and
 * `inner` tiles along the axes around it and in it. */
void dlc_rt_run_part(const dlc_part *part, const dlc_launch_desc *launch, void *const *args,
                     int64_t outer, int64_t tiles, int64_t inner, int64_t per_unit);

/* What the host does between launches. The description's name is the text; `data` is row-major at
 * the bound, or null when the text is all there is. dlc_rt_write does not end the line.
 * dlc_rt_assert returns 0 if an element of the mask is false: then the schedule returns, and the
 * run fails with the text. dlc_rt_index does so if an index is out of range: `data` is the largest
 * one, an int64_t seen as unsigned with its top bit turned round; the description's shape is the
 * size of the axis. In the text, {index}, {size} and {last} become what they are. These allocate,
 * the last two when they fail. */
void dlc_rt_print(dlc_frame *frame, const dlc_tensor_desc *tensor, const void *data);
void dlc_rt_write(dlc_frame *frame, const dlc_tensor_desc *tensor, const void *data);
int dlc_rt_assert(dlc_frame *frame, const dlc_tensor_desc *mask, const void *data);
int dlc_rt_index(dlc_frame *frame, const dlc_tensor_desc *axis, const void *data);

typedef void (*dlc_schedule_fn)(dlc_frame *frame);

typedef struct dlc_value_desc {
  dlc_tensor_desc tensor;
  uint64_t
      offset; /* bytes from the arena's base; input and output slots are row-major at the bound */
} dlc_value_desc;

typedef struct dlc_entry_desc {
  const char *name;
  dlc_schedule_fn run;
  int32_t num_inputs, num_outputs;
  const dlc_value_desc *inputs, *outputs;
} dlc_entry_desc;

/* Data sets, by symbol, so that an unused reader is not linked. The C++ reader interface
 * behind `create` is dlc/rt/dataset.h. */
struct dlc_dataset_desc;

/* What `fit` asked for: the stand-alone program's commands. -1: no such entry. */
typedef struct dlc_fit_desc {
  int32_t train, eval, predict;
  int32_t epochs;
  int64_t batch_size;
  uint64_t seed;
  const struct dlc_dataset_desc *data;
} dlc_fit_desc;

/* dlc_program_desc.flags: products of f32 round their operands to bf16. */
#define DLC_PRODUCTS_OF_BF16 1u

/* One program. `init` writes every state's initial value; it is not among the entries. */
typedef struct dlc_program_desc {
  uint32_t abi_version, flags;
  const char *name;
  uint64_t state_bytes, arena_bytes, scratch_bytes; /* scratch: per thread */
  int32_t num_dims, num_states, num_settings, num_entries;
  const dlc_dim_desc *dims;
  const dlc_state_desc *states;
  const dlc_setting_desc *settings;
  const dlc_entry_desc *entries;
  dlc_schedule_fn init;
  const dlc_fit_desc *fit; /* null without `fit` */
  const char *target;      /* "x86-64-v4" ... checked at start */
  /* The same program for better processors, best first, a null behind them; or null. Names,
   * sizes and settings are equal in all; places in memory need not be. */
  const struct dlc_program_desc *const *versions;
} dlc_program_desc;

#ifdef __cplusplus
}
#endif
#endif
