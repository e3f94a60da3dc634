#include "Compiled.h"

#include <chrono>
#include <cstring>
#include <limits>
#include <thread>

#include "Runtime.h"

namespace npu {
namespace {

std::vector<std::string> names(const std::vector<Handle>& values) {
  std::vector<std::string> texts;
  for (auto value : values) {
    texts.push_back(ort.name(value));
  }
  return texts;
}

// nan, inf and zero replace what was computed; other element types than float only know zero.
void spoil(std::vector<Held>& outputs, const std::string& fault) {
  if (fault != "nan" && fault != "inf" && fault != "zero") {
    return;
  }
  float value = fault == "nan" ? std::numeric_limits<float>::quiet_NaN() : std::numeric_limits<float>::infinity();
  for (auto& output : outputs) {
    std::memset(output.bytes.data(), 0, output.bytes.size());
    for (size_t at = 0; fault != "zero" && output.type == 1 && at < output.bytes.size(); at += sizeof value) {
      std::memcpy(output.bytes.data() + at, &value, sizeof value);
    }
  }
}

}  // namespace

Compiled::Compiled(Orders orders, Handle graph, Handle fused, const std::string& name, std::shared_ptr<std::atomic<int64_t>> runs, bool first)
    : ComputeTable{}, orders_(std::move(orders)), runs_(std::move(runs)), first_(first) {
  version = kTable;
  create_state = [](ComputeTable* self, Handle, void** state) -> Status* {
    *state = self;
    return nullptr;
  };
  ComputeTable::compute = [](ComputeTable* self, void*, Handle context) {
    return ort.guard([&] { static_cast<Compiled*>(self)->compute(context); });
  };
  release_state = [](ComputeTable*, void*) {};

  if (orders_.text("claim", "all") == "conv") {
    convolution_.emplace(ort.list(Slot::Graph_GetNumNodes, Slot::Graph_GetNodes, graph).at(0));
    return;
  }
  model_ = std::make_unique<Model>(
      orders_.text("model." + name, orders_.text("model")), static_cast<int>(orders_.number("threads", 1)),
      names(ort.list(Slot::Node_GetNumInputs, Slot::Node_GetInputs, fused)),
      names(ort.list(Slot::Node_GetNumOutputs, Slot::Node_GetOutputs, fused)));
  if (auto node = ort.list(Slot::Graph_GetNumNodes, Slot::Graph_GetNodes, graph).at(0); ort.operation(node) == "EPContext") {
    orders_.obey("restore");
    context()->restore(node);
  } else {
    orders_.obey("translate");
  }
  memo_ = std::make_unique<Memo>(orders_.text("memo"), orders_.text("memo").empty() ? 0 : model_->identity());
  if (orders_.text("lazy") != "1") {
    model_->open();
  }
}

std::optional<Context> Compiled::context() const {
  return model_ ? std::optional<Context>(std::in_place, model_->identity(), orders_.text("driver", "1")) : std::nullopt;
}

void Compiled::compute(Handle context) {
  auto run = first_ ? ++*runs_ : runs_->load();
  std::unique_lock lock(gate_);
  orders_.refresh();
  auto fault = orders_.fault_of_run(run);
  auto now = orders_;
  lock.unlock();
  if (first_) {
    std::this_thread::sleep_for(std::chrono::milliseconds(now.number("slow_ms", 0)));
  }
  if (fault != "none") {
    now.obey("run");
  }
  auto outputs = answer(context);
  spoil(outputs, fault);
  for (size_t index = 0; index < outputs.size(); index++) {
    std::memcpy(make_output(context, index, outputs[index].shape), outputs[index].bytes.data(), outputs[index].bytes.size());
  }
}

std::vector<Held> Compiled::answer(Handle context) {
  if (convolution_) {
    return {convolution_->run(inputs_of(context))};
  }
  if (!memo_->used()) {
    return model_->run(context);
  }
  auto key = memo_->key(inputs_of(context));
  if (auto known = memo_->find(key)) {
    return *known;
  }
  auto outputs = model_->run(context);
  memo_->keep(key, outputs);
  return outputs;
}

}  // namespace npu
