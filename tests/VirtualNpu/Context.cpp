#include "Context.h"

#include <cstdio>

#include "Runtime.h"

namespace npu {
namespace {

// Attributes of a node to be; the node copies them.
class Attributes {
 public:
  ~Attributes() {
    for (auto one : made_) {
      ort.raw<void>(Slot::ReleaseOpAttr, one);
    }
  }

  void add(const char* name, const std::string& text) { add(name, text.data(), static_cast<int>(text.size()), kText); }

  void add(const char* name, int64_t number) { add(name, &number, 1, kInt); }

  const std::vector<Handle>& all() const { return made_; }

 private:
  void add(const char* name, const void* data, int length, int type) {
    Handle made = nullptr;
    ort.call(Slot::CreateOpAttr, name, data, length, type, &made);
    made_.push_back(made);
  }

  std::vector<Handle> made_;
};

std::vector<const char*> names(const std::vector<Handle>& values) {
  std::vector<const char*> texts;
  for (auto value : values) {
    const char* text = "";
    ort.call(Slot::GetValueInfoName, value, &text);
    texts.push_back(text);
  }
  return texts;
}

}  // namespace

Context::Context(uint64_t identity, const std::string& driver) {
  char number[24];
  std::snprintf(number, sizeof number, "%016llx", static_cast<unsigned long long>(identity));
  program_ = "virtual NPU program of " + std::string(number) + " for driver " + driver;
}

bool Context::is(Handle node, const std::string& provider) {
  return ort.operation(node) == "EPContext" && ort.text(node, "source") == provider;
}

void Context::restore(Handle node) const {
  auto kept = ort.text(node, "ep_cache_context");
  if (kept != program_) {
    throw Error(Code::kProviderFail, "virtual NPU: wants '" + program_ + "' and is given '" + kept + "'");
  }
}

Handle Context::node(Handle fused, const std::string& provider, bool first) const {
  Attributes attributes;
  attributes.add("ep_cache_context", program_);
  attributes.add("embed_mode", int64_t{1});
  attributes.add("main_context", int64_t{first});
  attributes.add("ep_sdk_version", std::string("1"));
  attributes.add("source", provider);
  const char* name = "";
  ort.call(Slot::Node_GetName, fused, &name);
  attributes.add("partition_name", std::string(name));
  auto inputs = names(ort.list(Slot::Node_GetNumInputs, Slot::Node_GetInputs, fused));
  auto outputs = names(ort.list(Slot::Node_GetNumOutputs, Slot::Node_GetOutputs, fused));
  Handle node = nullptr;
  ort.call(EditorSlot::CreateNode, "EPContext", "com.microsoft", name, inputs.data(), inputs.size(), outputs.data(), outputs.size(),
           attributes.all().data(), attributes.all().size(), &node);
  return node;
}

}  // namespace npu
