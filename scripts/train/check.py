"""Checks of what would spoil a training run without a word: python3 scripts/train/check.py"""
import unittest

import numpy as np
import torch

import targets
import views
from network import StreetNet
from sources import CLASSES, Picture, merged
from teacher import centres, decode, flatten

PERSON, BICYCLE, CAR, TRUCK, BUS = (CLASSES.index(name) for name in ("person", "bicycle", "car", "truck", "bus"))


def points_of(height, width):
    return centres([torch.zeros(1, 1, height // stride, width // stride) for stride in (8, 16, 32)])


class Assignment(unittest.TestCase):
    """Against SimOTA written out in loops."""

    def naive(self, boxes, scores, points, labels):
        costs, overlaps, owner = {}, {}, {}
        for g, (cls, *box) in enumerate(labels.tolist()):
            for p, (x, y, stride) in enumerate(points.tolist()):
                x, y = x + stride / 2, y + stride / 2
                inside = box[0] < x < box[2] and box[1] < y < box[3]
                away = max(abs(x - (box[0] + box[2]) / 2), abs(y - (box[1] + box[3]) / 2))
                near = inside and away < targets.REACH * stride
                if not near and away >= 0.75 * stride:
                    continue
                overlap = targets.iou(boxes[p], torch.tensor(box)).item()
                entropy = sum(-np.log(s if c == cls else 1 - s) for c, s in enumerate(scores[p].tolist()))
                costs[g, p], overlaps[g, p] = entropy - 3 * np.log(overlap + 1e-8) + (0 if near else 1e5), overlap
        for g in range(len(labels)):
            mine = sorted((cost, p) for (label, p), cost in costs.items() if label == g)
            share = max(1, int(sum(sorted((o for (label, _), o in overlaps.items() if label == g), reverse=True)[:10])))
            for cost, p in mine[:share]:
                if p not in owner or cost < owner[p][0]:
                    owner[p] = cost, g
        return {p: g for p, (_, g) in owner.items()}

    def test_same_as_loops(self):
        torch.manual_seed(3)
        for _ in range(20):
            points = points_of(96, 160)
            labels = torch.zeros(5, 5)
            labels[:, 0] = torch.randint(0, 6, (5,))
            corner = torch.rand(5, 2) * torch.tensor([110.0, 60.0])
            labels[:, 1:3], labels[:, 3:] = corner, corner + 6 + torch.rand(5, 2) * 60
            raw = torch.randn(len(points), 4) * 0.7
            raw[:, 2:] += 0.7
            boxes = decode(raw, points)
            objects, classes = torch.randn(len(points)), torch.randn(len(points), 6)
            scores = (objects.sigmoid()[:, None] * classes.sigmoid()).sqrt().clamp(1e-4, 1 - 1e-4)
            none = torch.full((1, 5), -1.0)
            row, _ = targets.assign(boxes[None], objects[None], classes[None], points, torch.cat([labels, none])[None])
            found = {p: g for p, g in enumerate(row[0].tolist()) if g >= 0}
            self.assertEqual(found, self.naive(boxes, scores, points, labels))


class ViewGeometry(unittest.TestCase):
    def test_boxes_follow_the_pixels(self):
        """A bright block's box must lie where the bright pixels are, however the view was cut, stretched and mirrored."""
        pixels = np.zeros((240, 320, 3), np.uint8)
        pixels[90:150, 100:180] = 255
        picture = Picture(pixels, np.array([[CAR, 100, 90, 180, 150]], np.float32), np.zeros((0, 4), np.float32))
        seen, centres = 0, []
        for seed in range(200):
            random, view = np.random.default_rng(seed), views.View((320, 192))
            view.pixels[:] = 0
            view.place(random, picture, (0, 0, 320, 192), letterbox=seed % 2 == 0)
            if not view.labels:
                continue
            rows, columns = np.nonzero(view.pixels[..., 0] > 200)
            found = np.array([columns.min(), rows.min(), columns.max() + 1, rows.max() + 1])
            # The block's half-bright edge is a pixel wide, more where the view is enlarged.
            edge = 0.6 + 0.5 * (found[2] - found[0]) / 80
            np.testing.assert_allclose(view.labels[0][1:], found, atol=edge)
            centres.append(view.labels[0][1:] - found)
            seen += 1
        self.assertGreater(seen, 100)
        # And not a fraction of a pixel to one side.
        np.testing.assert_allclose(np.mean(centres, 0)[[0, 1]] + np.mean(centres, 0)[[2, 3]], 0, atol=0.12)


class WhoSpeaks(unittest.TestCase):
    def look(self, human, known, found, rider_included=()):
        return merged(np.zeros((64, 64, 3), np.uint8), human, known, np.array(found, np.float32).reshape(-1, 6), set(rider_included))

    def test_people_come_before_the_teacher(self):
        picture = self.look([(CAR, np.array([0, 0, 30, 30], np.float32))], {CAR, TRUCK}, [[TRUCK, 0.9, 0, 0, 30, 31]])
        self.assertEqual([label[0] for label in picture.labels], [CAR])
        self.assertEqual(len(picture.doubts), 0)

    def test_a_sure_teacher_fills_what_nobody_labelled(self):
        picture = self.look([], {CAR}, [[PERSON, 0.8, 0, 0, 10, 30], [PERSON, 0.2, 40, 0, 50, 30], [CAR, 0.2, 40, 40, 60, 60]])
        self.assertEqual([label[0] for label in picture.labels], [PERSON])
        # The wavering person is in doubt; of a car, people would have told.
        np.testing.assert_array_equal(picture.doubts, [[40, 0, 50, 30]])

    def test_a_rider_and_the_machine_are_two(self):
        picture = self.look([(BICYCLE, np.array([0, 0, 20, 40], np.float32))], {BICYCLE}, [], [BICYCLE])
        self.assertEqual(sorted(label[0] for label in picture.labels), [PERSON, BICYCLE])


class Norms(unittest.TestCase):
    def test_frozen_ones_answer_as_in_use(self):
        torch.manual_seed(2)
        network = StreetNet(6)
        for _ in range(3):
            network(torch.rand(2, 3, 96, 160) * 255)
        picture = torch.rand(1, 3, 96, 160) * 255
        with torch.no_grad():
            used = flatten([logits for _, logits in network.eval()(picture)])
            network.train().freeze_norms(True)
            frozen = flatten([logits for _, logits in network(picture)])
            network.freeze_norms(False)
            live = flatten([logits for _, logits in network(picture)])
        torch.testing.assert_close(frozen, used, atol=1e-4, rtol=1e-4)
        self.assertGreater((live - used).abs().max().item(), 1e-2)


class Masks(unittest.TestCase):
    def test_doubt_costs_nothing(self):
        torch.manual_seed(1)
        network = StreetNet(6).eval()
        outputs = [(boxes.detach(), logits.detach().requires_grad_()) for boxes, logits in network(torch.rand(1, 3, 96, 160) * 255)]
        labels = torch.full((1, 1, 5), -1.0)
        everywhere, nowhere = torch.tensor([[[0.0, 0, 160, 96]]]), torch.full((1, 1, 4), -1.0)
        self.assertEqual(targets.cost(outputs, labels, everywhere, nowhere)["object"].item(), 0)
        self.assertEqual(targets.cost(outputs, labels, nowhere, everywhere)["object"].item(), 0)
        self.assertGreater(targets.cost(outputs, labels, nowhere, nowhere)["object"].item(), 0)

    def test_doubt_costs_nothing_where_the_teacher_is_not_sure(self):
        torch.manual_seed(1)
        outputs = [(boxes.detach(), logits.detach()) for boxes, logits in StreetNet(6).eval()(torch.rand(1, 3, 96, 160) * 255)]
        labels, everywhere, nowhere = torch.full((1, 1, 5), -1.0), torch.tensor([[[0.0, 0, 160, 96]]]), torch.full((1, 1, 4), -1.0)
        wavering = [torch.full((1, 85, 96 // stride, 160 // stride), 0.3) for stride in (8, 16, 32)]
        self.assertEqual(targets.cost(outputs, labels, everywhere, nowhere, wavering)["object"].item(), 0)
        self.assertGreater(targets.cost(outputs, labels, nowhere, nowhere, wavering)["object"].item(), 0)

    def test_outputs_are_laid_out_as_the_points(self):
        network = StreetNet(6).eval()
        outputs = network(torch.zeros(1, 3, 96, 160))
        self.assertEqual(flatten([boxes for boxes, _ in outputs]).shape[1], len(points_of(96, 160)))


if __name__ == "__main__":
    unittest.main()
