// What a plug-in execution provider and ONNX Runtime call of each other, by place. Places are counted from zero over the
// structs of onnxruntime_c_api.h and onnxruntime_ep_c_api.h; those structs only grow at their end, so a place stays right.
#pragma once
#include <cstddef>
#include <cstdint>

namespace npu {

// ONNX Runtime's own objects are never looked into.
struct Status;
struct Opaque;
using Handle = Opaque*;

// The newest members used here came with 1.24; a library that is asked for a newer table than it has prints to stderr.
constexpr uint32_t kTable = 24;

struct ApiBase {
  const void* const* (*get_api)(uint32_t version);
  const char* (*get_version_string)();
};

enum class Code : int { kFail = 1, kInvalidArgument = 2, kNotImplemented = 9, kProviderFail = 11 };

// struct OrtApi
enum class Slot : size_t {
  CreateStatus = 0,
  GetErrorMessage = 2,
  CreateEnv = 3,
  CreateSession = 7,
  Run = 9,
  CreateSessionOptions = 10,
  SetIntraOpNumThreads = 24,
  GetTensorMutableData = 51,
  CastTypeInfoToTensorInfo = 55,
  GetTensorElementType = 60,
  GetDimensionsCount = 61,
  GetDimensions = 62,
  GetTensorTypeAndShape = 65,
  KernelContext_GetInputCount = 88,
  KernelContext_GetOutputCount = 89,
  KernelContext_GetInput = 90,
  KernelContext_GetOutput = 91,
  ReleaseEnv = 92,
  ReleaseStatus = 93,
  ReleaseSession = 95,
  ReleaseValue = 96,
  ReleaseTensorTypeAndShapeInfo = 99,
  ReleaseSessionOptions = 100,
  AddSessionConfigEntry = 130,
  CreateOpAttr = 211,
  ReleaseOpAttr = 212,
  HasSessionConfigEntry = 237,
  GetSessionConfigEntry = 238,
  ReadOpAttr = 272,
  GetValueInfoName = 289,
  GetValueInfoTypeInfo = 290,
  GetModelEditorApi = 291,
  CreateKeyValuePairs = 295,
  AddKeyValuePair = 296,
  ReleaseKeyValuePairs = 300,
  GetEpApi = 317,
  GetTensorSizeInBytes = 318,
  Graph_GetName = 333,
  Graph_GetNumNodes = 344,
  Graph_GetNodes = 345,
  Graph_GetParentNode = 346,
  Node_GetName = 349,
  Node_GetOperatorType = 350,
  Node_GetNumInputs = 353,
  Node_GetInputs = 354,
  Node_GetNumOutputs = 355,
  Node_GetOutputs = 356,
  Node_GetAttributeByName = 361,
};

// struct OrtEpApi
enum class EpSlot : size_t {
  CreateEpDevice = 0,
  EpGraphSupportInfo_AddNodesToFuse = 2,
  CreateHardwareDevice = 16,
  ReleaseHardwareDevice = 17,
};

// struct OrtModelEditorApi
enum class EditorSlot : size_t { CreateNode = 6 };

// enum OrtOpAttrType
enum : int { kInt = 1, kInts = 2, kText = 5 };

// struct OrtNodeFusionOptions
struct FusionOptions {
  uint32_t version;
  bool drop_constant_initializers;
};

// struct OrtNodeComputeInfo
struct ComputeTable {
  uint32_t version;
  Status* (*create_state)(ComputeTable* self, Handle context, void** state);
  Status* (*compute)(ComputeTable* self, void* state, Handle context);
  void (*release_state)(ComputeTable* self, void* state);
};

// struct OrtEp, as far as 1.24 has it; members left null are optional.
struct ProviderTable {
  uint32_t version;
  const char* (*get_name)(const ProviderTable* self);
  Status* (*get_capability)(ProviderTable* self, Handle graph, Handle support);
  Status* (*compile)(ProviderTable* self, const Handle* graphs, const Handle* fused, size_t count, ComputeTable** made, Handle* contexts);
  void (*release_compiled)(ProviderTable* self, ComputeTable** made, size_t count);
  void* optional[10];
};

// struct OrtEpFactory, as far as 1.24 has it.
struct FactoryTable {
  uint32_t version;
  const char* (*get_name)(const FactoryTable* self);
  const char* (*get_vendor)(const FactoryTable* self);
  Status* (*get_devices)(FactoryTable* self, const Handle* hardware, size_t count, Handle* devices, size_t room, size_t* made);
  Status* (*create)(FactoryTable* self, const Handle* hardware, const Handle* metadata, size_t count, Handle options, Handle logger, ProviderTable** made);
  void (*release)(FactoryTable* self, ProviderTable* provider);
  uint32_t (*get_vendor_id)(const FactoryTable* self);
  const char* (*get_version)(const FactoryTable* self);
  void* optional_compatibility;
  Status* (*create_allocator)(FactoryTable* self, Handle memory, Handle options, Handle* allocator);
  void (*release_allocator)(FactoryTable* self, Handle allocator);
  Status* (*create_copier)(FactoryTable* self, Handle* copier);
  bool (*is_stream_aware)(const FactoryTable* self);
  void* optional[7];
};

}  // namespace npu
