// A reference Conv (ONNX operator, two dimensions, float): slow and plain.
#pragma once
#include <cstdint>
#include <vector>

#include "Abi.h"
#include "Tensors.h"

namespace npu {

class Convolution {
 public:
  explicit Convolution(Handle node);

  // Whether this kernel can compute the node: operator, rank, element type and padding.
  static bool takes(Handle node);

  Held run(const std::vector<Tensor>& inputs) const;

 private:
  int64_t group_ = 1;
  std::vector<int64_t> strides_, pads_, dilations_;
};

}  // namespace npu
