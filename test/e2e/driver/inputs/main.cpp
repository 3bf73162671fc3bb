// A main of the user's own over the generated header.
#include <cstdio>
#include <mlp.h>

int main() {
  dlc::rt::Context context;
  dlc::models::Mlp model(context);
  float x[2 * 4] = {1, 2, 3, 4, 5, 6, 7, 8}, y[2 * 3];
  model.predict(x, y, 2);
  std::printf("%s %lld\n", model.program().name, (long long)MLP_MAX_BATCH);
}
