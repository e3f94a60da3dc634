#include "Provider.h"

#include <algorithm>
#include <cctype>

#include "Compiled.h"
#include "Runtime.h"

namespace npu {
namespace {

// ONNX Runtime puts a provider's options under ep.<name in small letters>. in the session's configuration.
std::map<std::string, std::string> options_of(const std::string& name, Handle session_options) {
  std::string prefix = "ep." + name + ".";
  std::transform(prefix.begin(), prefix.end(), prefix.begin(), [](unsigned char letter) { return std::tolower(letter); });
  std::map<std::string, std::string> options;
  for (auto key : {"orders", "model", "memo", "lazy", "threads", "claim", "precision", "fault", "at", "from", "count", "slow_ms", "load_ms", "compile_ms", "driver"}) {
    options[key] = ort.config(session_options, prefix + key);
  }
  return options;
}

bool is_quantized(const std::string& operation) {
  return operation.find("Quantize") != std::string::npos || operation.rfind("QLinear", 0) == 0 ||
         operation.find("Integer") != std::string::npos;
}

}  // namespace

Provider::Provider(std::string name, Handle session_options)
    : ProviderTable{}, name_(std::move(name)), orders_(options_of(name_, session_options)), keeps_contexts_(ort.config(session_options, "ep.context_enable") == "1") {
  version = kTable;
  get_name = [](const ProviderTable* self) { return static_cast<const Provider*>(self)->name_.c_str(); };
  get_capability = [](ProviderTable* self, Handle graph, Handle support) {
    return ort.guard([&] { static_cast<Provider*>(self)->capability(graph, support); });
  };
  ProviderTable::compile = [](ProviderTable* self, const Handle* graphs, const Handle* fused, size_t count, ComputeTable** made, Handle* contexts) {
    return ort.guard([&] { static_cast<Provider*>(self)->compile(graphs, fused, count, made, contexts); });
  };
  release_compiled = [](ProviderTable*, ComputeTable** made, size_t count) {
    std::for_each(made, made + count, [](ComputeTable* one) { delete static_cast<Compiled*>(one); });
  };
  orders_.obey("create");
}

void Provider::capability(Handle graph, Handle support) {
  orders_.refresh();
  Handle parent = nullptr;
  ort.call(Slot::Graph_GetParentNode, graph, &parent);
  auto nodes = ort.list(Slot::Graph_GetNumNodes, Slot::Graph_GetNodes, graph);
  if (parent == nullptr) {
    graph_ = ort.graph_name(graph);
  }
  if (parent == nullptr && nodes.size() == 1 && Context::is(nodes[0], name_)) {
    FusionOptions options{kTable, true};
    ort.call(EpSlot::EpGraphSupportInfo_AddNodesToFuse, support, nodes.data(), nodes.size(), &options);
    return;
  }
  auto quantized = std::any_of(nodes.begin(), nodes.end(), [](Handle node) { return is_quantized(ort.operation(node)); });
  auto claim = orders_.text("claim", "all");
  if (parent != nullptr || nodes.empty() || claim == "none" || (orders_.text("precision", "any") == "int8" && !quantized)) {
    return;
  }
  if (claim == "all") {
    FusionOptions options{kTable, true};
    ort.call(EpSlot::EpGraphSupportInfo_AddNodesToFuse, support, nodes.data(), nodes.size(), &options);
    return;
  }
  FusionOptions options{kTable, false};
  for (auto& node : nodes) {
    if (Convolution::takes(node)) {
      ort.call(EpSlot::EpGraphSupportInfo_AddNodesToFuse, support, &node, size_t{1}, &options);
    }
  }
}

void Provider::compile(const Handle* graphs, const Handle* fused, size_t count, ComputeTable** made, Handle* contexts) {
  orders_.obey("compile");
  for (size_t index = 0; index < count; index++) {
    auto compiled = new Compiled(orders_, graphs[index], fused[index], graph_, runs_, index == 0);
    made[index] = compiled;
    if (auto context = keeps_contexts_ ? compiled->context() : std::nullopt) {
      contexts[index] = context->node(fused[index], name_, index == 0);
    }
  }
}

}  // namespace npu
