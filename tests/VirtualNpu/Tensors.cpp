#include "Tensors.h"

#include <cstring>

#include "Runtime.h"

namespace npu {

Tensor view(Handle value) {
  Tensor tensor;
  Handle info = nullptr;
  ort.call(Slot::GetTensorTypeAndShape, value, &info);
  size_t rank = 0;
  ort.call(Slot::GetDimensionsCount, info, &rank);
  tensor.shape.resize(rank);
  ort.call(Slot::GetDimensions, info, tensor.shape.data(), rank);
  ort.call(Slot::GetTensorElementType, info, &tensor.type);
  ort.raw<void>(Slot::ReleaseTensorTypeAndShapeInfo, info);
  void* data = nullptr;
  ort.call(Slot::GetTensorMutableData, value, &data);
  tensor.data = data;
  ort.call(Slot::GetTensorSizeInBytes, value, &tensor.bytes);
  return tensor;
}

Held copy(const Tensor& tensor) {
  auto first = static_cast<const char*>(tensor.data);
  return {tensor.shape, tensor.type, std::vector<char>(first, first + tensor.bytes)};
}

void* make_output(Handle context, size_t index, const std::vector<int64_t>& shape) {
  Handle value = nullptr;
  void* data = nullptr;
  ort.call(Slot::KernelContext_GetOutput, context, index, shape.data(), shape.size(), &value);
  ort.call(Slot::GetTensorMutableData, value, &data);
  return data;
}

std::vector<Tensor> inputs_of(Handle context) {
  size_t count = 0;
  ort.call(Slot::KernelContext_GetInputCount, context, &count);
  std::vector<Tensor> tensors;
  for (size_t index = 0; index < count; index++) {
    Handle value = nullptr;
    ort.call(Slot::KernelContext_GetInput, context, index, &value);
    tensors.push_back(value == nullptr ? Tensor{} : view(value));
  }
  return tensors;
}

// FNV-1a over words of eight bytes: the bytes of a frame are megabytes, and this is not for enemies.
uint64_t hash(uint64_t seed, const void* data, size_t bytes) {
  constexpr uint64_t prime = 0x100000001B3;
  auto next = static_cast<const char*>(data);
  uint64_t value = seed ^ 0xCBF29CE484222325;
  for (; bytes >= 8; bytes -= 8, next += 8) {
    uint64_t word;
    std::memcpy(&word, next, 8);
    value = (value ^ word) * prime;
    value ^= value >> 29;
  }
  for (; bytes > 0; bytes--, next++) {
    value = (value ^ static_cast<unsigned char>(*next)) * prime;
  }
  return value;
}

}  // namespace npu
