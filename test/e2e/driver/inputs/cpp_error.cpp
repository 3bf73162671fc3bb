#include <dlc/dlc.h>
using namespace dlc;

DLC_PROGRAM(broken) {
  nn::Linear net{4, 3};
  nett.forward();
}
