"""Just enough of ONNX Runtime's C API to run one float model: several times faster on a CPU than PyTorch is."""
import ctypes
from ctypes import byref, c_char_p, c_int, c_int64, c_size_t, c_void_p

import numpy as np

# Places in `struct OrtApi` of onnxruntime_c_api.h; the table only grows at its end.
CREATE_ENV, CREATE_SESSION_FROM_ARRAY, RUN, CREATE_SESSION_OPTIONS, SET_THREADS = 3, 8, 9, 10, 24
ERROR_MESSAGE, CREATE_TENSOR, CREATE_CPU_MEMORY, RELEASE_VALUE = 2, 49, 69, 96
API_VERSION, FLOAT = 16, 1


class Session:
    """A model whose inputs and outputs are float32; the output shapes are the caller's to know."""

    def __init__(self, library, model, inputs, outputs, threads):
        base = ctypes.CDLL(str(library)).OrtGetApiBase
        base.restype = ctypes.POINTER(c_void_p * 2)
        get_api = ctypes.CFUNCTYPE(ctypes.POINTER(c_void_p * 200), ctypes.c_uint32)(base().contents[0])
        self._table = get_api(API_VERSION).contents
        self._inputs, self._outputs = self._names(inputs), self._names(outputs)
        self._environment = self._new(CREATE_ENV, [c_int, c_char_p], 3, b"train")
        options = self._new(CREATE_SESSION_OPTIONS, [])
        self._call(SET_THREADS, [c_void_p, c_int], options, threads)
        self._session = self._new(CREATE_SESSION_FROM_ARRAY, [c_void_p, c_char_p, c_size_t, c_void_p], self._environment, model, len(model), options)
        self._memory = self._new(CREATE_CPU_MEMORY, [c_int, c_int], 1, 0)

    def run(self, arrays, shapes):
        """Arrays in the order of the inputs; new arrays of these shapes in the order of the outputs."""
        arrays = [np.ascontiguousarray(array, np.float32) for array in arrays]
        results = [np.empty(shape, np.float32) for shape in shapes]
        given, taken = self._values(arrays), self._values(results)
        kinds = [c_void_p, c_void_p, c_void_p, c_void_p, c_size_t, c_void_p, c_size_t, c_void_p]
        self._call(RUN, kinds, self._session, None, self._inputs, given, len(given), self._outputs, len(taken), taken)
        release = ctypes.CFUNCTYPE(None, c_void_p)(self._table[RELEASE_VALUE])
        for value in (*given, *taken):
            release(value)
        return results

    def _values(self, arrays):
        kinds = [c_void_p, c_void_p, c_size_t, c_void_p, c_size_t, c_int]
        return (c_void_p * len(arrays))(*[
            self._new(CREATE_TENSOR, kinds, self._memory, array.ctypes.data, array.nbytes, (c_int64 * array.ndim)(*array.shape), array.ndim, FLOAT)
            for array in arrays])

    @staticmethod
    def _names(names):
        return (c_char_p * len(names))(*[name.encode() for name in names])

    def _new(self, slot, kinds, *values):
        made = c_void_p()
        self._call(slot, [*kinds, c_void_p], *values, byref(made))
        return made.value

    def _call(self, slot, kinds, *values):
        status = ctypes.CFUNCTYPE(c_void_p, *kinds)(self._table[slot])(*values)
        if status:
            raise RuntimeError(ctypes.CFUNCTYPE(c_char_p, c_void_p)(self._table[ERROR_MESSAGE])(status).decode())
