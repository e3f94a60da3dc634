// Calls into ONNX Runtime. A failing call becomes an exception; guard() turns exceptions back into a status at the border.
#pragma once
#include <stdexcept>
#include <string>
#include <vector>

#include "Abi.h"

namespace npu {

class Error : public std::runtime_error {
 public:
  Error(Code code, const std::string& text) : std::runtime_error(text), code_(code) {}
  Code code() const { return code_; }

 private:
  Code code_;
};

class Runtime {
 public:
  // Refuses a library that is too old for the members used here.
  void open(const ApiBase* base);

  template <typename Result = Status*, typename... Arguments>
  Result raw(Slot slot, Arguments... arguments) const {
    return reinterpret_cast<Result (*)(Arguments...)>(const_cast<void*>(api_[static_cast<size_t>(slot)]))(arguments...);
  }

  template <typename... Arguments>
  void call(Slot slot, Arguments... arguments) const { check(raw(slot, arguments...)); }

  template <typename... Arguments>
  void call(EpSlot slot, Arguments... arguments) const {
    check(reinterpret_cast<Status* (*)(Arguments...)>(const_cast<void*>(ep_api_[static_cast<size_t>(slot)]))(arguments...));
  }

  template <typename... Arguments>
  void call(EditorSlot slot, Arguments... arguments) const {
    check(reinterpret_cast<Status* (*)(Arguments...)>(const_cast<void*>(editor_api_[static_cast<size_t>(slot)]))(arguments...));
  }

  void release_hardware(Handle device) const;

  Status* status(Code code, const std::string& text) const { return raw(Slot::CreateStatus, static_cast<int>(code), text.c_str()); }

  template <typename Body>
  Status* guard(Body body) const {
    try {
      body();
      return nullptr;
    } catch (const Error& error) {
      return status(error.code(), error.what());
    } catch (const std::exception& error) {
      return status(Code::kFail, error.what());
    }
  }

  std::string config(Handle session_options, const std::string& key) const;
  std::vector<Handle> list(Slot count, Slot items, Handle owner) const;
  std::string name(Handle value_info) const;
  std::string operation(Handle node) const;
  std::string graph_name(Handle graph) const;
  int element_type(Handle value_info) const;

  // Null where the node does not have it.
  Handle attribute(Handle node, const char* name) const;

  // Empty where the node does not have it.
  std::string text(Handle node, const char* name) const;

 private:
  void check(Status* status) const;

  const void* const* api_ = nullptr;
  const void* const* ep_api_ = nullptr;
  const void* const* editor_api_ = nullptr;
};

extern Runtime ort;

}  // namespace npu
