"""The pictures to learn from, each with what is known of it."""
import json
from dataclasses import dataclass, field
from pathlib import Path

import cv2
import numpy as np

from teacher import overlaps

CLASSES = ("person", "bicycle", "car", "motorcycle", "bus", "truck")
# A teacher's box is taken as a label from here on, and as "there may be something" from the lower score on.
SURE, PERHAPS = 0.5, 0.15


@dataclass
class Picture:
    """pixels: height x width x 3, BGR. labels: [n, 5], class, left, top, right, bottom in pixels. doubts: [n, 4], places
    where neither a label nor a sure teacher speaks: there, no loss says "background"."""

    pixels: np.ndarray
    labels: np.ndarray
    doubts: np.ndarray
    # False where the teacher is known to be blind: then the whole picture is in doubt but for its sure finds.
    background_known: bool = True
    halves: list = field(init=False)

    def __post_init__(self):
        """Keeps the picture in halved sizes too, so that shrinking it does not alias."""
        self.halves = [self.pixels]
        while min(self.halves[-1].shape[:2]) > 160:
            height, width = self.halves[-1].shape[:2]
            self.halves.append(cv2.resize(self.halves[-1], (width // 2, height // 2), interpolation=cv2.INTER_AREA))


def limited(pixels, side):
    """No larger than `side`, and how much smaller it is now."""
    scale = min(1, side / max(pixels.shape[:2]))
    if scale < 1:
        pixels = cv2.resize(pixels, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    return pixels, scale


def street(folder, side=512):
    """A set that `edgevision street` drew: every box is exact, and so is every background."""
    truth = json.loads((Path(folder) / "instances.json").read_text())
    names = {category["id"]: category["name"] for category in truth["categories"]}
    boxes = {}
    for annotation in truth["annotations"]:
        x, y, w, h = annotation["bbox"]
        boxes.setdefault(annotation["image_id"], []).append([CLASSES.index(names[annotation["category_id"]]), x, y, x + w, y + h, annotation["iscrowd"]])
    for image in truth["images"]:
        rows = np.array(boxes.get(image["id"], []), np.float32).reshape(-1, 6)
        pixels, scale = limited(cv2.imread(str(Path(folder) / "images" / image["file_name"])), side)
        corners = rows[:, 1:5] * scale
        ignored = rows[:, 5] == 1
        yield Picture(pixels, np.concatenate([rows[~ignored, :1], corners[~ignored]], 1), corners[ignored])


def photographs(folder, instances, labelled, look, side=640, rider_included=()):
    """
    A set of photographs labelled by people. `labelled`: the set's category to our class, for those classes that are
    labelled in every picture; `look` (pixels -> teacher's finds) speaks for the others. `rider_included`: classes whose
    boxes hold the rider too; they only say that bicycle and rider are there, the teacher says where.
    """
    truth = json.loads(Path(instances).read_text())
    names = {category["id"]: category["name"] for category in truth["categories"]}
    boxes = {}
    for annotation in truth["annotations"]:
        x, y, w, h = annotation["bbox"]
        boxes.setdefault(annotation["image_id"], []).append((names[annotation["category_id"]], [x, y, x + w, y + h]))
    known = {CLASSES.index(ours) for ours in labelled.values()}
    for image in truth["images"]:
        pixels, scale = limited(cv2.imread(str(Path(folder) / image["file_name"])), side)
        human = [(CLASSES.index(labelled[name]), np.array(box, np.float32) * scale) for name, box in boxes.get(image["id"], []) if name in labelled]
        yield merged(pixels, human, known, look(pixels), {CLASSES.index(name) for name in rider_included})


def merged(pixels, human, known, found, rider_included):
    """What people said of the classes they were asked for (`known`), and of the others what the teacher is sure of."""
    labels = []
    for cls, box in human:
        labels += split_rider(cls, box, found) if cls in rider_included else [[truck_or_bus(cls, box, known, found), *box]]
    doubts = []
    for cls, score, *box in found:
        box = np.array(box, np.float32)
        taken = [other for other, *corners in labels if overlaps(box, np.array([corners], np.float32))[0] >= 0.5]
        if cls in taken or (cls in known and taken):
            continue
        if score >= SURE and cls not in known:
            labels.append([cls, *box])
        elif score >= (SURE if cls in known else PERHAPS):
            doubts.append(box)
    return Picture(pixels, np.array(labels, np.float32).reshape(-1, 5), np.array(doubts, np.float32).reshape(-1, 4))


def truck_or_bus(cls, box, known, found):
    """Who was not asked for buses calls them trucks: there, a sure teacher knows better."""
    truck, bus = CLASSES.index("truck"), CLASSES.index("bus")
    buses = found[(found[:, 0] == bus) & (found[:, 1] >= SURE)]
    return bus if cls == truck and bus not in known and len(buses) and overlaps(box, buses[:, 2:]).max() >= 0.5 else cls


def split_rider(cls, box, found):
    """The two-wheeler and its rider from one box round both: the teacher's boxes when it has them, else the usual shares."""
    left, top, right, bottom = box
    width, height = right - left, bottom - top
    parts = []
    for part, guess in ((cls, [left, top + 0.4 * height, right, bottom]), (CLASSES.index("person"), [left + 0.1 * width, top, right - 0.1 * width, top + 0.8 * height])):
        inside = [row for row in found if row[0] == part and row[1] >= 0.3 and share_inside(row[2:], box) >= 0.8]
        parts.append([part, *(max(inside, key=lambda row: row[1])[2:] if inside else guess)])
    return parts


def share_inside(box, outer):
    width = min(box[2], outer[2]) - max(box[0], outer[0])
    height = min(box[3], outer[3]) - max(box[1], outer[1])
    return max(0, width) * max(0, height) / max(1e-6, (box[2] - box[0]) * (box[3] - box[1]))


def frames(path, every, look, background_known, side=640):
    """Every n-th frame of a clip, labelled by the teacher alone."""
    clip, index = cv2.VideoCapture(str(path)), 0
    while True:
        ok, pixels = clip.read()
        if not ok:
            return
        if index % every == 0:
            pixels, _ = limited(pixels, side)
            picture = merged(pixels, [], set(), look(pixels), set())
            picture.background_known = background_known
            yield picture
        index += 1
