"""The teacher, YOLOX-nano: its boxes, and its inner maps."""
import cv2
import numpy as np
import onnx
import torch

from onnxruntime_c import Session

# Where our classes stand among COCO's 80: person, bicycle, car, motorcycle, bus, truck.
COCO = (0, 1, 2, 3, 5, 7)


class Teacher:
    """
    YOLOX-nano at any picture size.
    Input: [batch, 3, height, width], uint8 or float, BGR, 0..255, height and width multiples of 32.
    """

    # What is looked at, finest first: the head's answers, and the neck's maps that they come from.
    LEVELS = {"/head/Concat_output_0": 85, "/head/Concat_1_output_0": 85, "/head/Concat_2_output_0": 85}
    FEATURES = {"/backbone/C3_p3/conv3/act/Mul_output_0": 64, "/backbone/C3_n3/conv3/act/Mul_output_0": 128, "/backbone/C3_n4/conv3/act/Mul_output_0": 256}

    def __init__(self, model, library, threads=2):
        outputs = {**self.LEVELS, **self.FEATURES}
        self.channels = list(outputs.values())
        model = onnx.load(model)
        del model.graph.output[:]
        model.graph.output.extend(onnx.helper.make_tensor_value_info(name, onnx.TensorProto.FLOAT, None) for name in outputs)
        for axis, name in ((0, "batch"), (2, "height"), (3, "width")):
            model.graph.input[0].type.tensor_type.shape.dim[axis].dim_param = name
        del model.graph.value_info[:]
        self.session = Session(library, model.SerializeToString(), [model.graph.input[0].name], list(outputs), threads)

    def __call__(self, pictures):
        """
        Per stride 8, 16, 32 the answers [batch, 5 + 80, rows, columns], boxes as StreetNet gives them and scores 0..1; and
        the neck's maps [batch, 64 | 128 | 256, rows, columns].
        """
        batch, _, height, width = pictures.shape
        shapes = [(batch, count, height // stride, width // stride) for count, stride in zip(self.channels, (8, 16, 32) * 2)]
        results = [torch.from_numpy(result) for result in self.session.run([pictures.numpy()], shapes)]
        return results[:3], results[3:]


def centres(levels, strides=(8, 16, 32)):
    """Each point's cell corner x, y and stride in pixels: [points, 3]."""
    points = []
    for level, stride in zip(levels, strides):
        rows, columns = level.shape[-2:]
        y, x = torch.meshgrid(torch.arange(rows), torch.arange(columns), indexing="ij")
        points.append(torch.stack([x.flatten() * stride, y.flatten() * stride, torch.full((rows * columns,), stride)], 1))
    return torch.cat(points).float()


def flatten(levels):
    """[batch, channels, rows, columns] of each level to [batch, points, channels] of all."""
    return torch.cat([level.flatten(2) for level in levels], 2).transpose(1, 2)


def decode(raw, points):
    """x, y and log sizes in cells to left, top, right, bottom in pixels."""
    stride = points[:, 2:3]
    centre = raw[..., :2] * stride + points[:, :2]
    half = raw[..., 2:4].clamp(max=6).exp() * stride / 2
    return torch.cat([centre - half, centre + half], -1)


def suppress(boxes, scores, limit):
    """Greedy non-maximum suppression of one class; the indices that stay, best first."""
    order, kept = np.argsort(-scores), []
    while order.size:
        best, rest = order[0], order[1:]
        kept.append(best)
        order = rest[overlaps(boxes[best], boxes[rest]) <= limit]
    return kept


def overlaps(box, others):
    """IoU of one box with others."""
    left_top = np.maximum(box[:2], others[:, :2])
    right_bottom = np.minimum(box[2:], others[:, 2:])
    shared = np.clip(right_bottom - left_top, 0, None).prod(1)
    return shared / (np.prod(box[2:] - box[:2]) + np.prod(others[:, 2:] - others[:, :2], 1) - shared + 1e-9)


def detect(teacher, picture, least):
    """
    What the teacher finds in a picture (height x width x 3, BGR), looked at in the size that it was made for and in the
    picture's own, as [n, 6]: class of ours, score, left, top, right, bottom in pixels.
    """
    height, width = picture.shape[:2]
    found = []
    for side in {416, max(height, width)}:
        scale = side / max(height, width)
        resized = cv2.resize(picture, (round(width * scale), round(height * scale)))
        canvas = np.full((-(-resized.shape[0] // 32) * 32, -(-resized.shape[1] // 32) * 32, 3), 114, np.uint8)
        canvas[:resized.shape[0], :resized.shape[1]] = resized
        levels, _ = teacher(torch.from_numpy(canvas.transpose(2, 0, 1).copy())[None])
        raw = flatten(levels)[0]
        boxes = (decode(raw, centres(levels)) / scale).numpy()
        scores = (raw[:, 4:5] * raw[:, 5:]).numpy()
        best = scores.argmax(1)
        for ours, theirs in enumerate(COCO):
            rows = np.flatnonzero((scores[:, theirs] >= least) & (best == theirs))
            found += [np.concatenate([[ours, scores[row, theirs]], boxes[row]]) for row in rows]
    if not found:
        return np.zeros((0, 6), np.float32)
    found = np.array(found, np.float32)
    kept = [found[found[:, 0] == ours][suppress(found[found[:, 0] == ours][:, 2:], found[found[:, 0] == ours][:, 1], 0.5)] for ours in np.unique(found[:, 0])]
    found = np.concatenate(kept)
    found[:, [2, 4]] = found[:, [2, 4]].clip(0, width)
    found[:, [3, 5]] = found[:, [3, 5]].clip(0, height)
    return found
