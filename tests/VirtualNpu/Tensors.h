// Tensors at ONNX Runtime's border.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "Abi.h"

namespace npu {

struct Tensor {
  std::vector<int64_t> shape;
  int type = 0;
  const void* data = nullptr;
  size_t bytes = 0;
};

// A view into a value of ONNX Runtime's; it lives as long as the value.
Tensor view(Handle value);

// A tensor that owns its bytes.
struct Held {
  std::vector<int64_t> shape;
  int type = 0;
  std::vector<char> bytes;
};

Held copy(const Tensor& tensor);

// Makes output number index of a running node and returns where its bytes go.
void* make_output(Handle context, size_t index, const std::vector<int64_t>& shape);

std::vector<Tensor> inputs_of(Handle context);

uint64_t hash(uint64_t seed, const void* data, size_t bytes);

}  // namespace npu
