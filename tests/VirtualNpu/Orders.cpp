#include "Orders.h"

#include <dlfcn.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <cstdlib>
#include <fstream>
#include <thread>

#include "Runtime.h"

namespace npu {
namespace {

void sleep_ms(int64_t milliseconds) {
  if (milliseconds > 0) {
    std::this_thread::sleep_for(std::chrono::milliseconds(milliseconds));
  }
}

// Beside this library, so that a copy of it in a folder of its own has orders of its own.
std::string file_beside_library() {
  Dl_info info{};
  return dladdr(reinterpret_cast<void*>(&file_beside_library), &info) != 0 ? std::string(info.dli_fname) + ".orders" : "";
}

}  // namespace

std::string Orders::text(const std::string& key, const std::string& otherwise) const {
  if (auto found = file_.find(key); found != file_.end()) {
    return found->second;
  }
  auto found = options_.find(key);
  return found != options_.end() && !found->second.empty() ? found->second : otherwise;
}

int64_t Orders::number(const std::string& key, int64_t otherwise) const {
  auto value = text(key);
  if (value.empty()) {
    return otherwise;
  }
  try {
    return std::stoll(value);
  } catch (const std::exception&) {
    throw Error(Code::kInvalidArgument, "virtual NPU: " + key + "=" + value + " is not a number");
  }
}

void Orders::refresh() {
  auto option = options_.find("orders");
  const char* variable = std::getenv("VIRTUAL_NPU_ORDERS");
  std::string path = option != options_.end() && !option->second.empty() ? option->second
                     : variable != nullptr                               ? variable
                                                                         : file_beside_library();
  file_.clear();
  std::ifstream lines(path);
  for (std::string line; std::getline(lines, line);) {
    auto middle = line.find('=');
    if (middle != std::string::npos && line[0] != '#') {
      file_[line.substr(0, middle)] = line.substr(middle + 1);
    }
  }
}

std::string Orders::fault_of_run(int64_t run) const {
  auto first = number("from", 1);
  auto count = number("count", 0);
  bool due = text("at", "run") == "run" && run >= first && (count == 0 || run < first + count);
  return due ? text("fault", "none") : "none";
}

void Orders::obey(const std::string& stage) {
  refresh();
  auto fault = stage == "run" ? text("fault", "none") : text("at", "run") == stage ? text("fault", "none") : "none";
  if (stage == "compile") {
    sleep_ms(number("load_ms", 0));
  } else if (stage == "translate") {
    sleep_ms(number("compile_ms", 0));
  }
  if (fault == "hang") {
    hang(stage);
  } else if (fault == "abort") {
    std::abort();
  } else if (fault == "segv") {
    // .NET answers the first that no bad access caused by restoring the default and going on.
    for (;;) {
      std::raise(SIGSEGV);
    }
  } else if (fault == "exit") {
    _exit(3);
  } else if (fault == "fail") {
    throw Error(Code::kProviderFail, "virtual NPU: ordered to fail at " + stage);
  } else if (fault == "device_lost") {
    throw Error(Code::kProviderFail, "virtual NPU: device lost at " + stage);
  }
}

void Orders::hang(const std::string& stage) {
  while (text("fault", "none") == "hang" && text("at", "run") == stage) {
    sleep_ms(20);
    refresh();
  }
}

}  // namespace npu
