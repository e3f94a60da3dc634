// A whole model, computed by a second session on ONNX Runtime's CPU provider.
#pragma once
#include <mutex>
#include <string>
#include <vector>

#include "Abi.h"
#include "Tensors.h"

namespace npu {

class Model {
 public:
  Model(std::string path, int threads, std::vector<std::string> inputs, std::vector<std::string> outputs);
  ~Model();
  Model(const Model&) = delete;
  Model& operator=(const Model&) = delete;

  // Opens the session if it is not open yet.
  void open();

  std::vector<Held> run(Handle context);

  // Of the file's bytes and the tensors' names; 0 without a file.
  uint64_t identity() const;

 private:
  std::string path_;
  int threads_;
  std::vector<std::string> inputs_;
  std::vector<std::string> outputs_;
  std::mutex gate_;
  Handle env_ = nullptr;
  Handle session_ = nullptr;
};

}  // namespace npu
