"""Random views of pictures: crops, mosaics, pasted objects, light, blur, noise, compression."""
import cv2
import numpy as np

GREY = 114
# Less of an object than this left in the view, and nobody could say what it is.
LEAST_LEFT = 0.35


class View:
    """
    pixels: height x width x 3, BGR. labels: [n, 5], class and corners in the view's pixels. doubts: [n, 4]. unknown:
    [n, 4], parts whose background is not known at all.
    """

    def __init__(self, size):
        width, height = size
        self.pixels = np.full((height, width, 3), GREY, np.uint8)
        self.labels, self.doubts, self.unknown = [], [], []

    def place(self, random, picture, area, letterbox):
        """Puts a random part of the picture into an area (left, top, right, bottom) of the view."""
        left, top, right, bottom = area
        width, height = right - left, bottom - top
        high, wide = picture.pixels.shape[:2]
        if letterbox:
            scale_x = scale_y = min(width / wide, height / high)
            shift_x = shift_y = 0.0
        else:
            # The part's share of the picture, as an edge: from a third to a little more than everything.
            share = np.exp(random.uniform(np.log(0.35), np.log(1.1)))
            stretch = np.exp(random.uniform(-0.25, 0.25))
            whole = max(width / wide, height / high) if random.random() < 0.7 else min(width / wide, height / high)
            scale_x, scale_y = whole / share * stretch, whole / share / stretch
            shift_x = random.uniform(min(0, width - wide * scale_x), max(0, width - wide * scale_x))
            shift_y = random.uniform(min(0, height - high * scale_y), max(0, height - high * scale_y))
        mirrored = random.random() < 0.5
        # The product's own resize does not smooth before it shrinks; some cameras and most photographs have been smoothed.
        smooth = random.random() < 0.5
        self.pixels[top:bottom, left:right] = _warp(picture, scale_x, scale_y, shift_x, shift_y, width, height, mirrored, smooth)
        corners = lambda boxes: _moved(boxes, scale_x, scale_y, shift_x, shift_y, width, mirrored)
        labels = np.concatenate([picture.labels[:, :1], corners(picture.labels[:, 1:])], 1)
        clipped, left_over = _clipped(labels[:, 1:], width, height)
        seen = (left_over >= LEAST_LEFT) & ((clipped[:, 2:] - clipped[:, :2]).min(1, initial=9e9) >= 3)
        offset = np.array([left, top, left, top], np.float32)
        self.labels += list(np.concatenate([labels[seen, :1], clipped[seen] + offset], 1))
        # What is cut to a sliver, or is too small to see, is neither object nor background.
        doubts, share_left = _clipped(np.concatenate([corners(picture.doubts), labels[~seen, 1:]]), width, height)
        self.doubts += list(doubts[share_left > 0] + offset)
        if not picture.background_known:
            self.unknown.append(np.array(area, np.float32))


def _warp(picture, scale_x, scale_y, shift_x, shift_y, width, height, mirrored, smooth):
    level = 0
    while smooth and level + 1 < len(picture.halves) and max(scale_x, scale_y) * 2 ** (level + 1) <= 1.2:
        level += 1
    pixels = picture.halves[level]
    step_x = scale_x * picture.pixels.shape[1] / pixels.shape[1]
    step_y = scale_y * picture.pixels.shape[0] / pixels.shape[0]
    # Boxes count from a pixel's edge, OpenCV from its centre.
    across = [-step_x, 0, width - shift_x - 0.5 - 0.5 * step_x] if mirrored else [step_x, 0, shift_x + 0.5 * step_x - 0.5]
    matrix = np.array([across, [0, step_y, shift_y + 0.5 * step_y - 0.5]], np.float32)
    return cv2.warpAffine(pixels, matrix, (width, height), flags=cv2.INTER_LINEAR, borderValue=(GREY, GREY, GREY))


def _moved(boxes, scale_x, scale_y, shift_x, shift_y, width, mirrored):
    moved = boxes * np.array([scale_x, scale_y, scale_x, scale_y], np.float32) + np.array([shift_x, shift_y, shift_x, shift_y], np.float32)
    if mirrored:
        moved[:, [0, 2]] = width - moved[:, [2, 0]]
    return moved


def _clipped(boxes, width, height):
    """Boxes cut at the area's edges, and the share of each that is left."""
    clipped = np.stack([boxes[:, 0].clip(0, width), boxes[:, 1].clip(0, height), boxes[:, 2].clip(0, width), boxes[:, 3].clip(0, height)], 1)
    area = np.maximum(1e-6, (boxes[:, 2] - boxes[:, 0]) * (boxes[:, 3] - boxes[:, 1]))
    return clipped, (clipped[:, 2] - clipped[:, 0]) * (clipped[:, 3] - clipped[:, 1]) / area


def compose(random, draw, size, donors, wholes=0.4, mosaics=0.3, pastes=0.4):
    """
    A view of a size (width, height). `draw()` gives a random picture of one kind; `donors` are pictures whose labelled
    objects may be pasted in. Of all views, `wholes` are whole pictures, `mosaics` are parts of four, the rest are parts
    of one; into `pastes` of them objects are pasted.
    """
    width, height = size
    view = View(size)
    kind = random.random()
    # A camera's whole picture is what the network will see most.
    if kind < wholes:
        view.place(random, draw(), (0, 0, width, height), letterbox=True)
    elif kind < 1 - mosaics:
        view.place(random, draw(), (0, 0, width, height), letterbox=False)
    else:
        x = int(random.uniform(0.3, 0.7) * width)
        y = int(random.uniform(0.3, 0.7) * height)
        for area in ((0, 0, x, y), (x, 0, width, y), (0, y, x, height), (x, y, width, height)):
            view.place(random, draw(), area, letterbox=False)
    if donors and random.random() < pastes:
        for _ in range(random.integers(1, 4)):
            paste(random, view, donors[random.integers(len(donors))])
    view.pixels = weathered(random, view.pixels)
    return view


def paste(random, view, donor):
    """Puts one labelled object of a donor, with a little of its surroundings and soft edges, anywhere into the view."""
    if not len(donor.labels):
        return
    chosen = random.integers(len(donor.labels))
    cls, left, top, right, bottom = donor.labels[chosen]
    height, width = view.pixels.shape[:2]
    object_side = max(right - left, bottom - top)
    if object_side < 16:
        return
    target = np.exp(random.uniform(np.log(14), np.log(0.8 * height)))
    scale = min(target / object_side, 2.0)
    margin = 0.06 * object_side
    x0, y0 = int(max(0, left - margin)), int(max(0, top - margin))
    x1, y1 = int(min(donor.pixels.shape[1], right + margin)), int(min(donor.pixels.shape[0], bottom + margin))
    patch = cv2.resize(donor.pixels[y0:y1, x0:x1], None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA if scale < 1 else cv2.INTER_LINEAR)
    box = (np.array([left - x0, top - y0, right - x0, bottom - y0]) * scale).astype(np.float32)
    # Its neighbours come along in part: what they are there, nobody knows.
    others = np.concatenate([np.delete(donor.labels, chosen, 0)[:, 1:], donor.doubts])
    others = (others - np.array([x0, y0, x0, y0], np.float32)) * scale
    high, wide = patch.shape[:2]
    if wide >= width or high >= height or wide < 8 or high < 8:
        return
    if random.random() < 0.5:
        patch, box = patch[:, ::-1], np.array([wide - box[2], box[1], wide - box[0], box[3]], np.float32)
        others[:, [0, 2]] = wide - others[:, [2, 0]]
    x, y = int(random.integers(0, width - wide)), int(random.integers(0, height - high))
    soft = np.zeros((high, wide), np.float32)
    edge_x, edge_y = max(1, wide // 12), max(1, high // 12)
    soft[edge_y:-edge_y, edge_x:-edge_x] = 1
    soft = cv2.blur(soft, (2 * edge_x + 1, 2 * edge_y + 1))[..., None]
    region = view.pixels[y:y + high, x:x + wide]
    view.pixels[y:y + high, x:x + wide] = (region * (1 - soft) + patch * soft).astype(np.uint8)
    placed = box + np.array([x, y, x, y], np.float32)
    kept = []
    for label in view.labels:
        shared = np.clip(np.minimum(label[3:], placed[2:]) - np.maximum(label[1:3], placed[:2]), 0, None).prod()
        hidden = shared / max(1e-6, (label[3:] - label[1:3]).prod())
        if hidden > 1 - LEAST_LEFT:
            view.doubts.append(label[1:])
        else:
            kept.append(label)
    view.labels = kept + [np.array([cls, *placed], np.float32)]
    parts, left_over = _clipped(others, wide, high)
    view.doubts += list(parts[left_over > 0] + np.array([x, y, x, y], np.float32))


def weathered(random, pixels):
    """Light, colour, night vision, blur, noise and compression, each now and then."""
    if random.random() < 0.8:
        values = np.arange(256) / 255
        gamma, gain, lift = np.exp(random.uniform(-0.5, 0.5)), random.uniform(0.7, 1.25), random.uniform(-0.08, 0.08)
        tints = 1 + random.uniform(-0.1, 0.1, 3)
        tables = [np.clip(255 * (gain * tint * values ** gamma + lift), 0, 255).astype(np.uint8) for tint in tints]
        pixels = cv2.LUT(pixels, np.stack(tables, 1)[:, None, :].transpose(1, 0, 2))
    if random.random() < 0.4:
        grey = cv2.cvtColor(cv2.cvtColor(pixels, cv2.COLOR_BGR2GRAY), cv2.COLOR_GRAY2BGR)
        share = 0.0 if random.random() < 0.3 else random.uniform(0.3, 1.6)
        pixels = cv2.addWeighted(pixels, share, grey, 1 - share, 0)
    if random.random() < 0.15:
        pixels = cv2.GaussianBlur(pixels, (0, 0), random.uniform(0.4, 1.4))
    if random.random() < 0.25:
        noise = random.standard_normal(pixels.shape, np.float32) * random.uniform(2, 14)
        pixels = np.clip(pixels + noise, 0, 255).astype(np.uint8)
    if random.random() < 0.25:
        _, coded = cv2.imencode(".jpg", pixels, [cv2.IMWRITE_JPEG_QUALITY, int(random.integers(20, 80))])
        pixels = cv2.imdecode(coded, cv2.IMREAD_COLOR)
    return pixels
