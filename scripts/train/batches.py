"""What the network sees next: the recipe's pictures, and batches of random views of them."""
import numpy as np
import torch

import sources
from teacher import detect
from views import compose


def gather(recipe, assets, streets, teacher):
    """The pictures of each source that the recipe asks for: name to list."""
    look = lambda pixels: detect(teacher, pixels, sources.PERHAPS)
    pictures = {}
    for name, source in recipe["source"].items():
        kind = source["kind"]
        if kind == "street":
            found = sources.street(streets / source["folder"])
        elif kind == "photographs":
            found = sources.photographs(assets / source["folder"], assets / source["instances"], source["labelled"], look, rider_included=source.get("rider_included", ()))
        else:
            found = sources.frames(assets / source["file"], source["every"], look, source["background_known"])
        pictures[name] = list(found)
        if not pictures[name]:
            raise SystemExit(f"train: the recipe's source {name} gave no picture: {source}")
        counts = np.bincount(np.concatenate([p.labels[:, 0].astype(int) for p in pictures[name]] or [np.zeros(0, int)]), minlength=len(sources.CLASSES))
        print(f"{name}: {len(pictures[name])} pictures, " + ", ".join(f"{n} {c}" for n, c in zip(sources.CLASSES, counts)), flush=True)
    return pictures


class Views:
    """Batches of random views, photographs before drawn streets: (photographs, pixels, labels, doubts, unknown)."""

    def __init__(self, pictures, donors, stage, seed, processes):
        self.donors, self.stage, self.seed, self.processes = donors, stage, seed, processes
        self.kinds = [
            Kind({name: pictures[name] for name in stage[kind] if name in pictures}, stage[kind], stage.get(views, {}))
            for kind, views in (("photographs", "photograph_views"), ("streets", "street_views"))]

    def batch(self, number):
        """Each batch has its own seed: a resumed run sees what it would have seen."""
        random, stage = np.random.default_rng([self.seed, number]), self.stage
        # All processes take the same size in a step, so that the mean of their gradients is that of all views.
        step = np.random.default_rng([self.seed, number // self.processes])
        width, height = stage["sizes"][step.integers(len(stage["sizes"]))]
        count = round(stage["batch"] * 320 * 192 / (width * height))
        # Both kinds in each batch, since its batch norms shall not tell one from the other.
        streets = round(count * stage["street_share"])
        kinds = [self.kinds[place >= count - streets] for place in range(count)]
        views = [compose(random, lambda kind=kind: kind.draw(random), (width, height), self.donors, **kind.views) for kind in kinds]
        pixels = np.stack([view.pixels for view in views]).transpose(0, 3, 1, 2)
        labels, doubts, unknown = padded([v.labels for v in views], 5), padded([v.doubts for v in views], 4), padded([v.unknown for v in views], 4)
        return count - streets, torch.from_numpy(np.ascontiguousarray(pixels)), labels, doubts, unknown


class Kind:
    """
    Sources to draw from, each by its share; within a source, pictures with rare classes come more often. `views`: which
    kinds of views to make of them, as `compose` takes it.
    """

    def __init__(self, found, shares, views):
        self.views = views
        self.sources = list(found.values())
        self.shares = np.array([shares[name] for name in found]) / sum(shares[name] for name in found)
        self.weights = [self.rarity(source) for source in self.sources]

    @staticmethod
    def rarity(pictures):
        """The repeat factor of LVIS (arXiv:1908.03195): by the root of how rare a picture's rarest class is, 4 at most."""
        within = np.zeros((len(pictures), len(sources.CLASSES)), bool)
        for row, picture in enumerate(pictures):
            within[row, picture.labels[:, 0].astype(int)] = True
        share = within.mean(0)
        factor = np.sqrt(share.max() / np.maximum(share, 1e-6)).clip(1, 4)
        weights = np.where(within, factor, 1).max(1)
        return weights / weights.sum()

    def draw(self, random):
        place = random.choice(len(self.sources), p=self.shares)
        return self.sources[place][random.choice(len(self.sources[place]), p=self.weights[place])]


def padded(rows, width):
    most = max(1, max(len(r) for r in rows))
    out = np.full((len(rows), most, width), -1, np.float32)
    for i, r in enumerate(rows):
        if len(r):
            out[i, :len(r)] = np.stack(r)
    return torch.from_numpy(out)
