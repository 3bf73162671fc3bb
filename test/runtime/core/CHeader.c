/* dlc_rt.h is C: this file only has to compile. */
#include "dlc/rt/dlc_rt.h"

int dlcTestCHeader(void);
int dlcTestCHeader(void) {
  dlc_context_options options = {sizeof options, 1, 0, 0, 0};
  dlc_context *context = 0;
  int status = dlc_context_create(&options, &context);
  int threads = dlc_threads(context);
  dlc_context_destroy(context);
  return status == DLC_OK ? threads : -status;
}
