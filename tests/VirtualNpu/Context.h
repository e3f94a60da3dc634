// A compiled program, as an EPContext node keeps it from one session to the next.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "Abi.h"

namespace npu {

class Context {
 public:
  // identity: of the model that the program was compiled from. driver: only the same driver takes it again.
  Context(uint64_t identity, const std::string& driver);

  // Whether the node is one of the named provider's.
  static bool is(Handle node, const std::string& provider);

  // Refuses the node's program when it is not this very one.
  void restore(Handle node) const;

  // The node that stands for the fused one in the model that is kept.
  Handle node(Handle fused, const std::string& provider, bool first) const;

 private:
  std::string program_;
};

}  // namespace npu
