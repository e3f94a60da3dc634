// One subgraph that the virtual NPU runs: a single Conv, or a whole model.
#pragma once
#include <atomic>
#include <memory>
#include <mutex>
#include <optional>
#include <string>

#include "Abi.h"
#include "Context.h"
#include "Convolution.h"
#include "Memo.h"
#include "Model.h"
#include "Orders.h"

namespace npu {

class Compiled : public ComputeTable {
 public:
  // name: of the whole graph, since the subgraph's own is made up by ONNX Runtime. runs: shared by all subgraphs of a session; only the first of them counts.
  Compiled(Orders orders, Handle graph, Handle fused, const std::string& name, std::shared_ptr<std::atomic<int64_t>> runs, bool first);

  // What to keep of it; nothing of a single Conv.
  std::optional<Context> context() const;

 private:
  void compute(Handle context);
  std::vector<Held> answer(Handle context);

  Orders orders_;
  std::mutex gate_;
  std::shared_ptr<std::atomic<int64_t>> runs_;
  bool first_;
  std::optional<Convolution> convolution_;
  std::unique_ptr<Model> model_;
  std::unique_ptr<Memo> memo_;
};

}  // namespace npu
