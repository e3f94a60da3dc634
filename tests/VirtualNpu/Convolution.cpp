#include "Convolution.h"

#include <algorithm>
#include <string>

#include "Runtime.h"

namespace npu {
namespace {

constexpr int kFloat = 1;

std::vector<int64_t> numbers(Handle node, const char* name, std::vector<int64_t> otherwise) {
  auto found = ort.attribute(node, name);
  if (found == nullptr) {
    return otherwise;
  }
  std::vector<int64_t> values(8);
  size_t bytes = 0;
  ort.call(Slot::ReadOpAttr, found, static_cast<int>(kInts), static_cast<void*>(values.data()), values.size() * sizeof(int64_t), &bytes);
  values.resize(bytes / sizeof(int64_t));
  return values;
}

int64_t number(Handle node, const char* name, int64_t otherwise) {
  auto found = ort.attribute(node, name);
  size_t bytes = 0;
  if (found != nullptr) {
    ort.call(Slot::ReadOpAttr, found, static_cast<int>(kInt), static_cast<void*>(&otherwise), sizeof otherwise, &bytes);
  }
  return otherwise;
}

}  // namespace

bool Convolution::takes(Handle node) {
  if (ort.operation(node) != "Conv" || ort.attribute(node, "kernel_shape") == nullptr) {
    return false;
  }
  auto padding = ort.text(node, "auto_pad");
  auto inputs = ort.list(Slot::Node_GetNumInputs, Slot::Node_GetInputs, node);
  return (padding.empty() || padding == "NOTSET") && numbers(node, "kernel_shape", {}).size() == 2 && ort.element_type(inputs[0]) == kFloat;
}

Convolution::Convolution(Handle node)
    : group_(number(node, "group", 1)),
      strides_(numbers(node, "strides", {1, 1})),
      pads_(numbers(node, "pads", {0, 0, 0, 0})),
      dilations_(numbers(node, "dilations", {1, 1})) {}

Held Convolution::run(const std::vector<Tensor>& inputs) const {
  const auto &x = inputs[0].shape, &w = inputs[1].shape;
  auto height = (x[2] + pads_[0] + pads_[2] - dilations_[0] * (w[2] - 1) - 1) / strides_[0] + 1;
  auto width = (x[3] + pads_[1] + pads_[3] - dilations_[1] * (w[3] - 1) - 1) / strides_[1] + 1;
  Held y{{x[0], w[0], height, width}, kFloat, std::vector<char>(static_cast<size_t>(x[0] * w[0] * height * width) * sizeof(float))};
  auto from = static_cast<const float*>(inputs[0].data);
  auto weight = static_cast<const float*>(inputs[1].data);
  auto bias = inputs.size() > 2 ? static_cast<const float*>(inputs[2].data) : nullptr;
  auto to = reinterpret_cast<float*>(y.bytes.data());
  auto per_group = w[0] / group_;
  for (int64_t plane = 0; plane < x[0] * w[0]; plane++, to += height * width) {
    auto channel = plane % w[0];
    std::fill(to, to + height * width, bias == nullptr ? 0.0f : bias[channel]);
    auto kernel = weight + channel * w[1] * w[2] * w[3];
    for (int64_t c = 0; c < w[1]; c++) {
      auto source = from + (plane / w[0] * x[1] + channel / per_group * w[1] + c) * x[2] * x[3];
      for (int64_t tap = 0; tap < w[2] * w[3]; tap++) {
        auto factor = *kernel++;
        for (int64_t row = 0; row < height; row++) {
          auto y0 = row * strides_[0] - pads_[0] + tap / w[3] * dilations_[0];
          for (int64_t column = 0; y0 >= 0 && y0 < x[2] && column < width; column++) {
            auto x0 = column * strides_[1] - pads_[1] + tap % w[3] * dilations_[1];
            if (x0 >= 0 && x0 < x[3]) {
              to[row * width + column] += factor * source[y0 * x[3] + x0];
            }
          }
        }
      }
    }
  }
  return y;
}

}  // namespace npu
