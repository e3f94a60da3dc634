#include "Model.h"

#include <fstream>
#include <iterator>

#include "Runtime.h"

namespace npu {

Model::Model(std::string path, int threads, std::vector<std::string> inputs, std::vector<std::string> outputs)
    : path_(std::move(path)), threads_(threads), inputs_(std::move(inputs)), outputs_(std::move(outputs)) {}

Model::~Model() {
  if (session_ != nullptr) {
    ort.raw<void>(Slot::ReleaseSession, session_);
  }
  if (env_ != nullptr) {
    ort.raw<void>(Slot::ReleaseEnv, env_);
  }
}

void Model::open() {
  std::lock_guard lock(gate_);
  if (session_ != nullptr) {
    return;
  }
  if (path_.empty()) {
    throw Error(Code::kInvalidArgument, "virtual NPU: the provider option 'model' must name the model file");
  }
  if (env_ == nullptr) {
    // The process has one environment: this counts one more user of it.
    ort.call(Slot::CreateEnv, 2, "virtual-npu", &env_);
  }
  Handle options = nullptr;
  ort.call(Slot::CreateSessionOptions, &options);
  ort.call(Slot::SetIntraOpNumThreads, options, threads_);
  ort.call(Slot::AddSessionConfigEntry, options, "session.intra_op.allow_spinning", "0");
  auto status = ort.guard([&] { ort.call(Slot::CreateSession, env_, path_.c_str(), options, &session_); });
  ort.raw<void>(Slot::ReleaseSessionOptions, options);
  if (status != nullptr) {
    std::string text = ort.raw<const char*>(Slot::GetErrorMessage, status);
    ort.raw<void>(Slot::ReleaseStatus, status);
    throw Error(Code::kProviderFail, text);
  }
}

std::vector<Held> Model::run(Handle context) {
  open();
  std::vector<const char*> input_names, output_names;
  std::vector<Handle> inputs(inputs_.size()), outputs(outputs_.size());
  for (size_t index = 0; index < inputs_.size(); index++) {
    input_names.push_back(inputs_[index].c_str());
    ort.call(Slot::KernelContext_GetInput, context, index, &inputs[index]);
  }
  for (const auto& name : outputs_) {
    output_names.push_back(name.c_str());
  }
  ort.call(Slot::Run, session_, Handle{}, input_names.data(), inputs.data(), inputs.size(), output_names.data(),
           output_names.size(), outputs.data());
  std::vector<Held> held;
  for (auto output : outputs) {
    held.push_back(copy(view(output)));
    ort.raw<void>(Slot::ReleaseValue, output);
  }
  return held;
}

uint64_t Model::identity() const {
  std::ifstream file(path_, std::ios::binary);
  std::vector<char> bytes{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  auto value = bytes.empty() ? 0 : hash(0, bytes.data(), bytes.size());
  for (const auto& name : outputs_) {
    value = hash(value, name.data(), name.size());
  }
  return value;
}

}  // namespace npu
