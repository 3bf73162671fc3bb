/* Reads the tables of `tiny` back and plays the runtime: one thread, all tiles of a launch at once.
 */
#include "tiny.h"
#include <assert.h>
#include <stdio.h>
#include <stdlib.h>

/* The compiler writes these structs without including abi.h; their sizes are part of the agreement.
 */
_Static_assert(sizeof(dlc_dim_desc) == 16, "dim");
_Static_assert(sizeof(dlc_live_desc) == 24, "live");
_Static_assert(sizeof(dlc_tensor_desc) == 32, "tensor");
_Static_assert(sizeof(dlc_state_desc) == 72, "state");
_Static_assert(sizeof(dlc_setting_desc) == 32, "setting");
_Static_assert(sizeof(dlc_launch_desc) == 48, "launch");
_Static_assert(sizeof(dlc_frame) == 32, "frame");
_Static_assert(sizeof(dlc_value_desc) == 40, "value");
_Static_assert(sizeof(dlc_entry_desc) == 40, "entry");
_Static_assert(sizeof(dlc_fit_desc) == 40, "fit");
_Static_assert(sizeof(dlc_program_desc) == 120, "program");
_Static_assert(DLC_ABI_VERSION == 3, "Manifest.cpp writes version 3");

/* Referred to by inline functions of the header that are not called here. */
int dlc_run(dlc_instance *m, int e, const void *const *i, void *const *o, const int64_t *d) {
  abort();
}
int dlc_instance_create(dlc_context *c, const dlc_program_desc *p, const dlc_instance_options *o,
                        dlc_instance **out) {
  abort();
}
void dlc_instance_destroy(dlc_instance *m) { abort(); }

static _Alignas(256) char state[512], arena[512], scratch[1 << 16];

void dlc_rt_launch(dlc_frame *frame, const dlc_launch_desc *launch, void *const *args,
                   int64_t tiles) {
  printf("launch %s at %s flops %g args %d\n", launch->name, launch->location, launch->flops,
         launch->num_args);
  assert(tiles > 0 && tiny_program()->scratch_bytes <= sizeof scratch);
  for (int64_t i = 0; i < tiles; ++i)
    launch->kernel(args, i, i + 1, scratch);
}

int main(void) {
  const dlc_program_desc *p = tiny_program();
  printf("program %s abi %u state %llu arena %llu dims %d states %d settings %d entries %d\n",
         p->name, p->abi_version, (unsigned long long)p->state_bytes,
         (unsigned long long)p->arena_bytes, p->num_dims, p->num_states, p->num_settings,
         p->num_entries);
  assert(!p->fit && p->target[0]);
  printf("dim %s %lld\n", p->dims[0].name, (long long)p->dims[0].bound);
  const dlc_state_desc *s = p->states;
  printf("state %s dtype %d role %d shape %lldx%lld view %lldx%lld perm %d,%d offset %llu bytes "
         "%llu\n",
         s->tensor.name, s->tensor.dtype, s->role, (long long)s->tensor.shape[0],
         (long long)s->tensor.shape[1], (long long)s->view_shape[0], (long long)s->view_shape[1],
         s->perm[0], s->perm[1], (unsigned long long)s->offset, (unsigned long long)s->bytes);
  const dlc_setting_desc *lr = p->settings;
  printf("setting %s dtype %d value %g offset %llu\n", lr->name, lr->dtype, lr->value,
         (unsigned long long)lr->offset);
  const dlc_entry_desc *e = p->entries;
  const dlc_live_desc *live = e->inputs[0].tensor.live;
  assert(live[0].dim == 0 && live[0].mul == 1 && live[0].add == 0);
  printf("entry %s input %s live %d*%lld+%lld,%d at %llu output %s at %llu\n", e->name,
         e->inputs[0].tensor.name, live[0].dim, (long long)live[0].mul, (long long)live[0].add,
         live[1].dim, (unsigned long long)e->inputs[0].offset, e->outputs[0].tensor.name,
         (unsigned long long)e->outputs[0].offset);

  int64_t n = 2;
  dlc_frame frame = {state, arena, &n, 0};
  *(float *)(state + lr->offset) = (float)lr->value;
  p->init(&frame);
  float *x = (float *)(arena + e->inputs[0].offset), *y = (float *)(arena + e->outputs[0].offset);
  for (int i = 0; i < 6; ++i)
    x[i] = (float)(i + 1);
  e->run(&frame);
  printf("y %g %g %g %g\n", y[0], y[1], y[2], y[3]);
  float *w = (float *)(state + s->offset); /* stored transposed */
  printf("w %g %g %g %g %g %g\n", w[0], w[2], w[4], w[1], w[3], w[5]);
  return 0;
}
