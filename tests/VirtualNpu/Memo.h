// Answers by the hash of their question: in memory, and in a folder that outlives the process.
#pragma once
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "Tensors.h"

namespace npu {

class Memo {
 public:
  // where: empty for no memo, "memory", or a folder.
  Memo(std::string where, uint64_t model);

  bool used() const { return !where_.empty(); }
  uint64_t key(const std::vector<Tensor>& inputs) const;
  std::optional<std::vector<Held>> find(uint64_t key);
  void keep(uint64_t key, const std::vector<Held>& outputs);

 private:
  std::string file(uint64_t key) const;

  // More frames than a test plays; the map starts over when it is full.
  static constexpr size_t kMost = 512;

  std::string where_;
  uint64_t model_;
  std::mutex gate_;
  std::map<uint64_t, std::vector<Held>> known_;
};

}  // namespace npu
