// What the virtual NPU was told to do. README.md lists the keys.
#pragma once
#include <cstdint>
#include <map>
#include <string>

namespace npu {

class Orders {
 public:
  Orders() = default;
  // options: the provider options of the session, which a line of the orders file overrules.
  explicit Orders(std::map<std::string, std::string> options) : options_(std::move(options)) {}

  std::string text(const std::string& key, const std::string& otherwise = "") const;
  int64_t number(const std::string& key, int64_t otherwise) const;

  // Reads the orders file anew: it may change while a session is open.
  void refresh();

  // Does whatever fault is ordered at this stage; returns when none is, or when a hang has been called off.
  void obey(const std::string& stage);

  // The fault ordered for the run of this number, counted from 1, or "none".
  std::string fault_of_run(int64_t run) const;

 private:
  void hang(const std::string& stage);

  std::map<std::string, std::string> options_;
  std::map<std::string, std::string> file_;
};

}  // namespace npu
