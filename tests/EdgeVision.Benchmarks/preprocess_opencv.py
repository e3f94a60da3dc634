"""The OpenCV side of bench-preprocess: the same frames to the same tensors, beside our figures from $OURS."""
import json
import os
import time

import cv2
import numpy as np

cv2.setNumThreads(1)
SIDE = 416
PAD = 114


def best(run, limit=1.0):
    run()
    shortest = float("inf")
    end = time.perf_counter() + limit
    while time.perf_counter() < end:
        start = time.perf_counter()
        run()
        shortest = min(shortest, time.perf_counter() - start)
    return shortest * 1000


def pipeline(width, height, letterbox, planar, floats, packed):
    """Everything that can be is allocated before; only the picture's part of the tensor is written anew."""
    rows = round(height * SIDE / width) if letterbox else SIDE
    random = np.random.default_rng(1)
    yuv = random.integers(0, 256, (height * 3 // 2, width), np.uint8)
    rgb = random.integers(0, 256, (height, width, 3), np.uint8)
    bgr = np.empty((height, width, 3), np.uint8)
    small = np.full((SIDE, SIDE, 3), PAD, np.uint8)
    tensor = np.full((3, SIDE, SIDE) if planar else (SIDE, SIDE, 3), PAD, np.float32 if floats else np.uint8)

    def run():
        if packed:
            cv2.cvtColor(rgb, cv2.COLOR_RGB2BGR, bgr)
        else:
            cv2.cvtColor(yuv, cv2.COLOR_YUV2BGR_I420, bgr)
        cv2.resize(bgr, (SIDE, rows), small[:rows], interpolation=cv2.INTER_LINEAR)
        if planar:
            # split, then widen: twice as fast as copying a transposed view.
            for plane, target in zip(cv2.split(small[:rows]), tensor):
                np.copyto(target[:rows], plane)
        else:
            np.copyto(tensor[:rows], small[:rows])

    return run


CASES = {
    "yuv_416_f32_nchw": (768, 432, True, True, True, False),
    "yuv_416_u8_nhwc": (768, 432, True, False, False, False),
    "yuv_416_f32_nhwc": (768, 432, True, False, True, False),
    "yuv_416_f32_nchw_stretch": (768, 432, False, True, True, False),
    "rgb_416_f32_nchw": (768, 432, True, True, True, True),
    "yuv_1080p_416_f32_nchw": (1920, 1080, True, True, True, False),
}

print(f"{'frame to tensor, 1 thread':<28}{'ours ms':>9}{'scalar':>9}{'memcpy':>9}{'OpenCV':>9}{'OpenCV/ours':>13}")
for line in os.environ["OURS"].splitlines():
    figures = json.loads(line)
    name = figures["case"]
    theirs = best(pipeline(*CASES[name]))
    print(
        f"{name:<28}{figures['ms']:>9.3f}{figures['scalar_ms']:>9.3f}{figures['memcpy_ms']:>9.3f}"
        f"{theirs:>9.3f}{theirs / figures['ms']:>13.1f}"
    )
print(f"OpenCV {cv2.__version__}; shortest of about a second each")
