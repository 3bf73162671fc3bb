//===- OrderLaunches.cpp - launches in an order that needs less memory -----------------===//
// The graph's order is one of many. Launches move one at a time, as early as what they read is
// there or as late as it is read, if that makes the fullest moment less full, or lets the moments
// that are nearly as full have less in use: the gradient of a weight comes before the gradient of
// the input when it is the last to read a large activation. What moves is large; the rest stays
// behind what made its operands, which the caches may still hold.
//
// What stays: launches that read an old state come before the one that writes over it; readers of a
// buffer before the kernel that must share it; what the host does in its order, and state is not
// written earlier than an assertion that it came after.
//===--------------------------------------------------------------------------===//
#include "passes/Passes.h"
#include "passes/plan/Homes.h"
#include "passes/plan/StateBlock.h"
#include <numeric>

using namespace mlir;
using namespace dlc;

namespace dlc {
#define GEN_PASS_DEF_ORDERLAUNCHESPASS
#include "passes/Passes.h.inc"
} // namespace dlc

/// Has no moment of its own: it goes where its first reader is.
static bool isFree(Operation *op) {
  return isa<step::ViewOp, step::SettingOp, step::ConstantOp, step::EmptyOp>(op);
}

static bool holdsHost(Operation *op) {
  return op->walk([](step::HostOp) { return WalkResult::interrupt(); }).wasInterrupted();
}

namespace {
struct Node {
  Operation *op;
  SmallVector<int> before, after; // nodes that this one waits for, that wait for this one
  SmallVector<int> reads, makes;  // buffers
  int64_t weight = 0;             // bytes of the largest of them
  bool shares = false;            // may write over what it reads
};

class Orderer {
public:
  Orderer(step::ScheduleOp schedule, const SymbolTable &symbols)
      : schedule(schedule), symbols(symbols), body(schedule.getBody().front()) {}

  void run() {
    Homes homes = settle(schedule, symbols);
    findNodes();
    if (nodes.size() < 3)
      return;
    findBuffers(homes);
    addEdges();
    SmallVector<Operation *> before;
    for (Operation &op : body.without_terminator())
      before.push_back(&op);
    int64_t peak = peakBytes(homes.buffers);
    arrange(improve());
    int64_t now = peakBytes(settle(schedule, symbols).buffers);
    if (now < peak - peak / 100) // less is not worth another order
      return;
    for (Operation *op : before)
      op->moveBefore(body.getTerminator());
  }

private:
  void findNodes() {
    for (Operation &op : body.without_terminator())
      if (!isFree(&op)) {
        number[&op] = nodes.size();
        nodes.push_back({&op, {}, {}, {}, {}});
      }
  }

  void findBuffers(const Homes &homes) {
    DenseMap<Value, int> known;
    auto bufferOf = [&](Value value) {
      value = stripViews(value);
      auto [it, isNew] = known.try_emplace(value, buffers.size());
      if (isNew) {
        auto home = homes.of.find(value);
        bool inArena = home != homes.of.end() && home->second.space == Home::arena;
        bool given = isa<BlockArgument>(value), stays = false;
        forEachReader(value, [&](Operation *reader) { stays |= reader == body.getTerminator(); });
        buffers.push_back({inArena ? alignUp(ir::bytesOf(value.getType())) : 0, given, stays});
      }
      return it->second;
    };
    for (Node &node : nodes) {
      for (Value result : node.op->getResults())
        node.makes.push_back(bufferOf(result));
      for (Value operand : node.op->getOperands())
        if (int buffer = bufferOf(operand); !llvm::is_contained(node.reads, buffer))
          node.reads.push_back(buffer);
      if (auto launch = dyn_cast<step::LaunchOp>(node.op))
        node.shares = !symbols.lookup<step::KernelOp>(launch.getKernel()).getOverwrites()->empty();
      for (int buffer : llvm::concat<int>(node.reads, node.makes))
        node.weight = std::max(node.weight, buffers[buffer].bytes);
    }
  }

  void addEdge(int from, int to) {
    if (from == to || llvm::is_contained(nodes[from].after, to))
      return;
    nodes[from].after.push_back(to);
    nodes[to].before.push_back(from);
  }

  void addEdges() {
    for (auto [to, node] : llvm::enumerate(nodes))
      for (Value operand : node.op->getOperands())
        if (Operation *maker = stripViews(operand).getDefiningOp(); maker && !isFree(maker))
          addEdge(number[maker], to);
    int lastHost = -1;
    for (auto [i, node] : llvm::enumerate(nodes)) {
      if (lastHost >= 0 && (writesState(node.op) || holdsHost(node.op)))
        addEdge(lastHost, i);
      if (holdsHost(node.op))
        lastHost = i;
      if (auto launch = dyn_cast<step::LaunchOp>(node.op))
        keepShared(launch, i);
    }
    unsigned results = schedule.getResults().size(), inputs = schedule.getInputs().size();
    for (unsigned state = 0; state < schedule.getStates().size(); ++state) {
      Value after = stripViews(body.getTerminator()->getOperand(results + state));
      if (Operation *writer = after.getDefiningOp(); writer && !isFree(writer))
        readersFirst(body.getArgument(inputs + state), number[writer]);
    }
  }

  bool writesState(Operation *op) {
    return llvm::any_of(op->getUses(), [&](OpOperand &use) {
      return use.getOwner() == body.getTerminator() &&
             use.getOperandNumber() >= schedule.getResults().size();
    });
  }

  /// A kernel that writes over an operand whether permitted or not.
  void keepShared(step::LaunchOp launch, int node) {
    auto kernel = symbols.lookup<step::KernelOp>(launch.getKernel());
    if (auto rest = kernel.restOperand())
      readersFirst(stripViews(launch.getOperands()[*rest]), node);
  }

  /// Who reads `value` before `writer` does so in any order.
  void readersFirst(Value value, int writer) {
    forEachReader(value, [&](Operation *reader) {
      if (auto it = number.find(reader); it != number.end() && it->second < writer)
        addEdge(it->second, writer);
    });
  }

  void forEachReader(Value value, llvm::function_ref<void(Operation *)> see) const {
    for (Operation *user : value.getUsers())
      if (auto view = dyn_cast<step::ViewOp>(user))
        forEachReader(view.getY(), see);
      else
        see(user);
  }

  /// How full it gets: the fullest moment, then all that is above `level`.
  std::pair<int64_t, int64_t> fullness(ArrayRef<int> order, int64_t level) {
    for (Buffer &buffer : buffers)
      buffer.last = -1;
    for (auto [moment, number] : llvm::enumerate(order)) {
      for (int buffer : nodes[number].reads)
        buffers[buffer].last = moment;
      for (int buffer : nodes[number].makes)
        buffers[buffer].last = moment;
    }
    int64_t live = 0, most = 0, above = 0;
    for (const Buffer &buffer : buffers)
      live += buffer.given ? buffer.bytes : 0;
    for (auto [moment, number] : llvm::enumerate(order)) {
      int64_t made = 0, ended = 0;
      for (int buffer : nodes[number].makes)
        made += buffers[buffer].bytes;
      for (int buffer : llvm::concat<int>(nodes[number].reads, nodes[number].makes))
        if (buffers[buffer].last == int64_t(moment) && !buffers[buffer].stays)
          ended += buffers[buffer].bytes;
      int64_t during = live + made - (nodes[number].shares ? std::min(made, ended) : 0);
      most = std::max(most, during);
      above += std::max<int64_t>(0, during - level);
      live += made - ended;
    }
    work += order.size();
    return {most, above};
  }

  /// Walks through the launches, large ones only, as long as some move makes it less full.
  SmallVector<int> improve() {
    constexpr int64_t enough = 20'000'000; // nodes looked at
    SmallVector<int> order(nodes.size());
    std::iota(order.begin(), order.end(), 0);
    int64_t level = fullness(order, 0).first / 4 * 3, heavy = level / 200;
    std::pair<int64_t, int64_t> best = fullness(order, level);
    SmallVector<int> place(nodes.size());
    for (bool moved = true; moved && work < enough;) {
      moved = false;
      for (int node = 0; node < int(nodes.size()); ++node) {
        if (nodes[node].weight < heavy)
          continue;
        for (bool early : {true, false}) {
          for (auto [i, other] : llvm::enumerate(order))
            place[other] = i;
          int from = place[node], first = 0, last = int(order.size()) - 1;
          for (int other : nodes[node].before)
            first = std::max(first, place[other] + 1);
          for (int other : nodes[node].after)
            last = std::min(last, place[other] - 1);
          SmallVector<int> next = order;
          if (early)
            std::rotate(next.begin() + first, next.begin() + from, next.begin() + from + 1);
          else
            std::rotate(next.begin() + from, next.begin() + from + 1, next.begin() + last + 1);
          if (auto full = fullness(next, level); full < best) {
            best = full;
            order = next;
            moved = true;
          }
        }
      }
    }
    return order;
  }

  void arrange(ArrayRef<int> order) {
    SmallVector<Operation *> free;
    for (Operation &op : body.without_terminator())
      if (isFree(&op))
        free.push_back(&op);
    for (int node : order)
      nodes[node].op->moveBefore(body.getTerminator());
    for (Operation *op : llvm::reverse(free)) { // a view of a view behind it
      Operation *first = body.getTerminator();
      for (Operation *user : op->getUsers())
        if (user->isBeforeInBlock(first))
          first = user;
      op->moveBefore(first);
    }
  }

  struct Buffer {
    int64_t bytes;
    bool given;       // from the beginning of the entry
    bool stays;       // to its end
    int64_t last = 0; // moment that it is used
  };

  step::ScheduleOp schedule;
  const SymbolTable &symbols;
  Block &body;
  std::vector<Node> nodes;
  DenseMap<Operation *, int> number;
  SmallVector<Buffer> buffers;
  int64_t work = 0;
};

struct OrderLaunchesPass : dlc::impl::OrderLaunchesPassBase<OrderLaunchesPass> {
  void runOnOperation() override {
    getOperation()->walk([](ir::ProgramOp program) {
      placeState(program);
      SymbolTable symbols(program);
      for (auto schedule : llvm::to_vector(program.getBody().getOps<step::ScheduleOp>()))
        Orderer(schedule, symbols).run();
    });
  }
};
} // namespace
