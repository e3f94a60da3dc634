#include "Memo.h"

#include <unistd.h>

#include <cstdio>
#include <fstream>

namespace npu {
namespace {

template <typename Number>
void put(std::ostream& to, Number value) { to.write(reinterpret_cast<const char*>(&value), sizeof value); }

template <typename Number>
Number get(std::istream& from) {
  Number value{};
  from.read(reinterpret_cast<char*>(&value), sizeof value);
  return value;
}

std::optional<std::vector<Held>> read(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) {
    return std::nullopt;
  }
  file.exceptions(std::ios::failbit | std::ios::badbit);
  std::vector<Held> outputs(get<uint32_t>(file));
  for (auto& output : outputs) {
    output.type = get<int32_t>(file);
    output.shape.resize(get<uint32_t>(file));
    for (auto& size : output.shape) {
      size = get<int64_t>(file);
    }
    output.bytes.resize(get<uint64_t>(file));
    file.read(output.bytes.data(), static_cast<std::streamsize>(output.bytes.size()));
  }
  return outputs;
}

}  // namespace

Memo::Memo(std::string where, uint64_t model) : where_(std::move(where)), model_(model) {}

uint64_t Memo::key(const std::vector<Tensor>& inputs) const {
  auto value = model_;
  for (const auto& input : inputs) {
    value = hash(value, input.shape.data(), input.shape.size() * sizeof(int64_t));
    value = hash(value, input.data, input.bytes);
  }
  return value;
}

std::optional<std::vector<Held>> Memo::find(uint64_t key) {
  std::lock_guard lock(gate_);
  if (auto found = known_.find(key); found != known_.end()) {
    return found->second;
  }
  if (where_ == "memory") {
    return std::nullopt;
  }
  auto outputs = read(file(key));
  if (outputs) {
    known_[key] = *outputs;
  }
  return outputs;
}

void Memo::keep(uint64_t key, const std::vector<Held>& outputs) {
  std::lock_guard lock(gate_);
  if (known_.size() >= kMost) {
    known_.clear();
  }
  known_[key] = outputs;
  if (where_ == "memory") {
    return;
  }
  // Written aside and renamed: another process may be reading.
  auto part = file(key) + "." + std::to_string(getpid());
  {
    std::ofstream to(part, std::ios::binary);
    put(to, static_cast<uint32_t>(outputs.size()));
    for (const auto& output : outputs) {
      put(to, static_cast<int32_t>(output.type));
      put(to, static_cast<uint32_t>(output.shape.size()));
      for (auto size : output.shape) {
        put(to, size);
      }
      put(to, static_cast<uint64_t>(output.bytes.size()));
      to.write(output.bytes.data(), static_cast<std::streamsize>(output.bytes.size()));
    }
  }
  std::rename(part.c_str(), file(key).c_str());
}

std::string Memo::file(uint64_t key) const {
  char name[32];
  std::snprintf(name, sizeof name, "/%016llx.answer", static_cast<unsigned long long>(key));
  return where_ + name;
}

}  // namespace npu
