/* The C side: loads what main.cpp trained and asks about four points. */
#include "circle.h"

#include <stdio.h>

static int failed(const char *what, const char *why) {
  fprintf(stderr, "circle: %s: %s\n", what, why);
  return 1;
}

int main(int argc, char **argv) {
  const char *weights = argc > 1 ? argv[1] : "circle.safetensors";
  const float points[4][2] = {{0.0f, 0.0f}, {0.3f, -0.4f}, {0.9f, 0.9f}, {-1.0f, 0.0f}};
  float probability[4][2];
  dlc_instance_options options = {.size = sizeof options, .flags = DLC_NO_INIT};
  dlc_context *context = NULL;
  dlc_instance *model = NULL;
  int result = 1;

  if (dlc_context_create(NULL, &context))
    return failed("no context", dlc_context_error(NULL));
  if (circle_create(context, &options, &model))
    failed("no instance", dlc_context_error(context));
  else if (dlc_load(model, weights, DLC_WEIGHTS))
    failed("weights", dlc_error(model));
  else if (circle_predict(model, points[0], probability[0], 4))
    failed("predict", dlc_error(model));
  else {
    for (int i = 0; i < 4; ++i)
      printf("(%4.1f, %4.1f) is inside with probability %.3f\n", points[i][0], points[i][1],
             probability[i][1]);
    result = 0;
  }
  dlc_instance_destroy(model);
  dlc_context_destroy(context);
  return result;
}
