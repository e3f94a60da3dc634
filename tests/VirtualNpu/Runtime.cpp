#include "Runtime.h"

#include <cstdio>

namespace npu {

Runtime ort;

void Runtime::open(const ApiBase* base) {
  unsigned major = 0, minor = 0;
  const char* version = base->get_version_string();
  if (std::sscanf(version, "%u.%u", &major, &minor) != 2 || major != 1 || minor < kTable) {
    // Without a table there is no way to make a status, so the words go where a person sees them.
    std::fprintf(stderr, "virtual NPU: needs ONNX Runtime 1.%u or a later 1.N, this is %s\n", kTable, version);
    throw std::runtime_error("ONNX Runtime is too old");
  }
  api_ = base->get_api(kTable);
  ep_api_ = raw<const void* const*>(Slot::GetEpApi);
  editor_api_ = raw<const void* const*>(Slot::GetModelEditorApi);
}

void Runtime::release_hardware(Handle device) const {
  reinterpret_cast<void (*)(Handle)>(const_cast<void*>(ep_api_[static_cast<size_t>(EpSlot::ReleaseHardwareDevice)]))(device);
}

void Runtime::check(Status* status) const {
  if (status == nullptr) {
    return;
  }
  std::string text = raw<const char*>(Slot::GetErrorMessage, status);
  raw<void>(Slot::ReleaseStatus, status);
  throw Error(Code::kProviderFail, "virtual NPU: " + text);
}

std::string Runtime::config(Handle session_options, const std::string& key) const {
  int has = 0;
  call(Slot::HasSessionConfigEntry, session_options, key.c_str(), &has);
  if (has == 0) {
    return "";
  }
  size_t size = 0;
  call(Slot::GetSessionConfigEntry, session_options, key.c_str(), static_cast<char*>(nullptr), &size);
  std::string value(size, '\0');
  call(Slot::GetSessionConfigEntry, session_options, key.c_str(), value.data(), &size);
  return value.c_str();
}

std::vector<Handle> Runtime::list(Slot count, Slot items, Handle owner) const {
  size_t size = 0;
  call(count, owner, &size);
  std::vector<Handle> found(size);
  call(items, owner, found.data(), size);
  return found;
}

std::string Runtime::name(Handle value_info) const {
  const char* text = "";
  call(Slot::GetValueInfoName, value_info, &text);
  return text;
}

std::string Runtime::operation(Handle node) const {
  const char* text = "";
  call(Slot::Node_GetOperatorType, node, &text);
  return text;
}

std::string Runtime::graph_name(Handle graph) const {
  const char* text = "";
  call(Slot::Graph_GetName, graph, &text);
  return text;
}

int Runtime::element_type(Handle value_info) const {
  Handle type = nullptr;
  Handle tensor = nullptr;
  int element = 0;
  call(Slot::GetValueInfoTypeInfo, value_info, &type);
  call(Slot::CastTypeInfoToTensorInfo, type, &tensor);
  if (tensor != nullptr) {
    call(Slot::GetTensorElementType, tensor, &element);
  }
  return element;
}

Handle Runtime::attribute(Handle node, const char* name) const {
  Handle found = nullptr;
  // A missing optional attribute is an error status in some versions and null in others.
  if (auto status = raw(Slot::Node_GetAttributeByName, node, name, &found); status != nullptr) {
    raw<void>(Slot::ReleaseStatus, status);
    return nullptr;
  }
  return found;
}

std::string Runtime::text(Handle node, const char* name) const {
  auto found = attribute(node, name);
  char value[256] = {};
  size_t bytes = 0;
  if (found != nullptr) {
    call(Slot::ReadOpAttr, found, static_cast<int>(kText), static_cast<void*>(value), sizeof value - 1, &bytes);
  }
  return value;
}

}  // namespace npu
