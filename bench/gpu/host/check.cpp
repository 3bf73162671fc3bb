// Every kernel on fresh random inputs against its reference.
#include "compare.h"
#include "session.h"

namespace {

// Products that one kernel's expected values may cost, on all processors together.
constexpr double Budget = 4e9, BriefBudget = 5e8;

void check(Session &session, const Entry &entry) {
  auto c = makeCase(entry);
  c->prepare(session.seed);
  Kernel kernel(session.device, entry, session.folder, session.image);
  Placed placed(session.device, *c);
  const long *conflicts = session.device.bankConflicts, before = conflicts ? *conflicts : 0;
  kernel.launch(placed.arguments);
  session.device.synchronize();
  if (conflicts && *conflicts != before)
    session.report(Record("conflicts").add("name", entry.name).add("count", *conflicts - before),
                   "%-36s has %ld bank conflicts", entry.name.c_str(), *conflicts - before);
  bool intact = placed.read(*c);
  for (const Result &result : c->results()) {
    Comparison r = compare(result, session.brief ? BriefBudget : Budget, session.seed);
    bool right = r.right() && intact;
    session.wrong += !right;
    session.report(Record("check")
                       .add("name", entry.name)
                       .add("family", entry.family)
                       .add("size", entry.size)
                       .add("image", kernel.kind())
                       .add("result", result.name)
                       .add("right", right)
                       .add("error", r.error)
                       .add("tolerance", r.tolerance)
                       .add("largest", r.largest)
                       .add("rows", static_cast<long long>(result.rows))
                       .add("compared_rows", static_cast<long long>(r.rows))
                       .add("wrong", static_cast<long long>(r.wrong))
                       .add("missing", static_cast<long long>(r.missing))
                       .add("intact", intact)
                       .add("where", r.where)
                       .add("seed", static_cast<long long>(session.seed)),
                   "%-36s %-10s %-5s error %.2e of %.0e, largest %.2e; %zu of %zu rows%s%s%s%s",
                   entry.name.c_str(), result.name.c_str(), right ? "right" : "WRONG", r.error,
                   r.tolerance, r.largest, r.rows, result.rows,
                   r.wrong ? (", " + std::to_string(r.wrong) + " numbers wrong").c_str() : "",
                   r.missing ? (", " + std::to_string(r.missing) + " missing").c_str() : "",
                   intact ? "" : ", WROTE BEHIND AN END",
                   r.where.empty() ? "" : ("\n    " + r.where).c_str());
  }
}

} // namespace

void checkKernels(Session &session) {
  for (const Entry &entry : session.chosen())
    session.attempt("check", entry.name, [&] { check(session, entry); });
}
