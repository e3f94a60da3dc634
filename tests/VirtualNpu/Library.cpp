// The two functions that ONNX Runtime looks for in a provider library, and the factory behind them.
#include "Orders.h"
#include "Provider.h"
#include "Runtime.h"

namespace npu {
namespace {

constexpr uint32_t kVendor = 0xEDEE;
constexpr uint32_t kDevice = 0x0001;

class Factory : public FactoryTable {
 public:
  explicit Factory(const char* registered) : FactoryTable{}, name_(registered) {
    version = kTable;
    get_name = [](const FactoryTable* self) { return of(self)->name_.c_str(); };
    get_vendor = [](const FactoryTable*) { return "EdgeVision tests"; };
    get_devices = [](FactoryTable* self, const Handle*, size_t, Handle* devices, size_t room, size_t* made) {
      return ort.guard([&] { static_cast<Factory*>(self)->devices(devices, room, made); });
    };
    create = [](FactoryTable* self, const Handle*, const Handle*, size_t, Handle options, Handle, ProviderTable** made) {
      return ort.guard([&] { *made = new Provider(of(self)->name_, options); });
    };
    release = [](FactoryTable*, ProviderTable* provider) { delete static_cast<Provider*>(provider); };
    get_vendor_id = [](const FactoryTable*) { return kVendor; };
    get_version = [](const FactoryTable*) { return "1.0.0"; };
    create_allocator = [](FactoryTable*, Handle, Handle, Handle* allocator) -> Status* {
      *allocator = nullptr;
      return nullptr;
    };
    release_allocator = [](FactoryTable*, Handle) {};
    create_copier = [](FactoryTable*, Handle* copier) -> Status* {
      *copier = nullptr;
      return nullptr;
    };
    is_stream_aware = [](const FactoryTable*) { return false; };
  }

  ~Factory() {
    if (hardware_ != nullptr) {
      ort.release_hardware(hardware_);
    }
  }

 private:
  static const Factory* of(const FactoryTable* self) { return static_cast<const Factory*>(self); }

  void devices(Handle* devices, size_t room, size_t* made) {
    *made = 0;
    Orders orders;
    orders.obey("devices");
    if (orders.text("devices", "1") == "0" || room == 0) {
      return;
    }
    if (hardware_ == nullptr) {
      constexpr int npu_type = 2;
      ort.call(EpSlot::CreateHardwareDevice, npu_type, kVendor, kDevice, "EdgeVision tests", Handle{}, &hardware_);
    }
    Handle metadata = nullptr;
    ort.raw<void>(Slot::CreateKeyValuePairs, &metadata);
    ort.raw<void>(Slot::AddKeyValuePair, metadata, "kind", "virtual NPU");
    auto status = ort.guard([&] { ort.call(EpSlot::CreateEpDevice, static_cast<FactoryTable*>(this), hardware_, metadata, Handle{}, &devices[0]); });
    ort.raw<void>(Slot::ReleaseKeyValuePairs, metadata);
    if (status != nullptr) {
      ort.raw<void>(Slot::ReleaseStatus, status);
      throw Error(Code::kFail, "virtual NPU: the device was refused");
    }
    *made = 1;
  }

  std::string name_;
  Handle hardware_ = nullptr;
};

}  // namespace
}  // namespace npu

extern "C" __attribute__((visibility("default"))) npu::Status* CreateEpFactories(
    const char* registered, const npu::ApiBase* base, npu::Handle, npu::FactoryTable** factories, size_t room, size_t* made) {
  *made = 0;
  try {
    npu::ort.open(base);
  } catch (const std::exception&) {
    return nullptr;
  }
  return npu::ort.guard([&] {
    npu::Orders orders;
    orders.obey("factory");
    auto table = static_cast<uint32_t>(orders.number("api", npu::kTable));
    if (room > 0 && (table == npu::kTable || base->get_api(table) != nullptr)) {
      factories[0] = new npu::Factory(registered);
      *made = 1;
    }
  });
}

extern "C" __attribute__((visibility("default"))) npu::Status* ReleaseEpFactory(npu::FactoryTable* factory) {
  delete static_cast<npu::Factory*>(factory);
  return nullptr;
}
