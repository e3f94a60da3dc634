// What one session has of the virtual NPU: which nodes it takes, and compiling them.
#pragma once
#include <atomic>
#include <memory>
#include <string>

#include "Abi.h"
#include "Orders.h"

namespace npu {

class Provider : public ProviderTable {
 public:
  Provider(std::string name, Handle session_options);

 private:
  void capability(Handle graph, Handle support);
  void compile(const Handle* graphs, const Handle* fused, size_t count, ComputeTable** made, Handle* contexts);

  std::string name_;
  std::string graph_;
  Orders orders_;
  bool keeps_contexts_;
  std::shared_ptr<std::atomic<int64_t>> runs_ = std::make_shared<std::atomic<int64_t>>(0);
};

}  // namespace npu
