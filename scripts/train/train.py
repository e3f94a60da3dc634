"""Trains StreetNet by a recipe. Stops and goes on: run it again with the same --out."""
import argparse
import copy
import json
import math
import threading
import time
import tomllib
from pathlib import Path

import cv2
import torch
from torch import multiprocessing, nn

import sources
import targets
from batches import Views, gather
from network import StreetNet
from shared import Shared
from teacher import Teacher

# One GPU does more than all cores; else each core has a process of its own.
DEVICE = torch.device("cuda" if torch.cuda.is_available() else "cpu")


class Average:
    """The running average of the weights, which is what is exported."""

    def __init__(self, network):
        self.network = copy.deepcopy(network).eval()
        self.steps = 0
        pairs = list(zip(self.network.state_dict().values(), network.state_dict().values()))
        self.averaged = [pair for pair in pairs if pair[0].dtype.is_floating_point]
        self.copied = [pair for pair in pairs if not pair[0].dtype.is_floating_point]

    @torch.no_grad()
    def take(self):
        self.steps += 1
        keep = 0.9995 * (1 - math.exp(-self.steps / 1000))
        mine, theirs = map(list, zip(*self.averaged))
        torch._foreach_mul_(mine, keep)
        torch._foreach_add_(mine, theirs, alpha=1 - keep)
        for mine, theirs in self.copied:
            mine.copy_(theirs)


def rate(recipe, stage, done):
    """Rises over the first steps of the whole run, stays, and falls by a cosine in a stage that says so."""
    peak, images = stage.get("learning_rate", recipe["learning_rate"]), stage["images"]
    if stage.get("falls"):
        return peak * (0.01 + 0.99 * (1 + math.cos(math.pi * min(1, done / images))) / 2)
    return peak * min(1, (done + 1) / 8000) if stage.get("rises") else peak


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("recipe", type=Path)
    parser.add_argument("--assets", type=Path, required=True)
    parser.add_argument("--streets", type=Path, required=True, help="Folder of the sets that `edgevision street` drew")
    parser.add_argument("--onnxruntime", type=Path, required=True, help="libonnxruntime.so.1, for the teacher")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--hours", type=float, default=12, help="Stops after that long; run again to go on")
    parser.add_argument("--proved-licences", action="store_true", help="Leaves out the sources whose licence is only claimed")
    parser.add_argument("--other-recipe", action="store_true", help="Goes on although --out was begun with another recipe")
    parser.add_argument("--share", type=float, default=1, help="Of the recipe's views, for a shorter training")
    arguments = parser.parse_args()
    recipe = adapted(tomllib.loads(arguments.recipe.read_text()), arguments)
    torch.set_num_threads(1)
    arguments.out.mkdir(parents=True, exist_ok=True)
    pictures = gather(recipe, arguments.assets, arguments.streets, Teacher(arguments.assets / TEACHER, arguments.onnxruntime))
    shared = Shared(recipe["processes"], sum(p.numel() for p in learned(*networks())))
    # Forked, so that all look at the same pictures in memory.
    context = multiprocessing.get_context("fork")
    others = [context.Process(target=work, args=(rank, shared, recipe, arguments, pictures), daemon=True) for rank in range(1, recipe["processes"])]
    for other in others:
        other.start()
    if not work(0, shared, recipe, arguments, pictures):
        # EX_TEMPFAIL: run it again to go on.
        raise SystemExit(75)


def adapted(recipe, arguments):
    """The recipe as the command line wants it; it is kept in the checkpoint like that."""
    if arguments.proved_licences:
        recipe["source"] = {name: source for name, source in recipe["source"].items() if "claimed" not in source["licence"]}
    for stage in recipe["stage"].values():
        stage["images"] = round(stage["images"] * arguments.share)
    if DEVICE.type == "cuda":
        for stage in recipe["stage"].values():
            stage["batch"] *= recipe["processes"]
        recipe["processes"] = 1
    return recipe


TEACHER = "models/yolox-nano-416.onnx"


def networks():
    """The detector, and what turns its maps into the teacher's for the hint (FitNets, arXiv:1412.6550)."""
    return StreetNet(len(sources.CLASSES)), nn.ModuleList([nn.Conv2d(64, width, 1) for width in (64, 128, 256)])


def learned(network, hints):
    return [*network.parameters(), *hints.parameters()]


def work(rank, shared, recipe, arguments, pictures):
    cv2.setNumThreads(1)
    try:
        return Run(rank, shared, recipe, arguments, pictures).go()
    except threading.BrokenBarrierError:
        raise SystemExit(f"train: process {rank} ends: another one has failed") from None
    except BaseException:
        shared.left()
        raise


class Run:
    def __init__(self, rank, shared, recipe, arguments, pictures):
        self.rank, self.shared, self.recipe, self.arguments, self.pictures = rank, shared, recipe, arguments, pictures
        self.donors = [p for name in recipe["donors"] for p in pictures.get(name, []) if len(p.labels)]
        self.teacher = Teacher(arguments.assets / TEACHER, arguments.onnxruntime, threads=1)
        torch.manual_seed(recipe["seed"])
        self.network, self.hints = networks()
        self.network.to(DEVICE, memory_format=torch.channels_last)
        self.hints.to(DEVICE)
        self.parameters = learned(self.network, self.hints)
        self.optimizer = torch.optim.AdamW(
            [{"params": [p for p in self.parameters if p.dim() > 1], "weight_decay": recipe["weight_decay"]},
             {"params": [p for p in self.parameters if p.dim() <= 1], "weight_decay": 0}], lr=recipe["learning_rate"], foreach=True)
        self.average = Average(self.network)
        self.stage, self.done, self.steps = 0, 0, 0
        self.file = arguments.out / "checkpoint.pt"
        self.log = (arguments.out / "log.jsonl").open("a")
        self.deadline = time.monotonic() + arguments.hours * 3600
        if self.file.exists():
            self.resume()

    def resume(self):
        state = torch.load(self.file, map_location=DEVICE)
        self.same(state["recipe"])
        self.network.load_state_dict(state["network"])
        self.hints.load_state_dict(state["hints"])
        self.average.network.load_state_dict(state["average"])
        self.optimizer.load_state_dict(state["optimizer"])
        for group in self.optimizer.param_groups:
            group["foreach"] = True
        self.stage, self.done, self.steps, self.average.steps = state["at"]
        self.say(f"goes on in stage {self.stage} after {self.done} views")

    def same(self, begun):
        """Ends unless the run that is gone on with had this recipe."""
        if begun == self.recipe:
            return
        self.say("recipe changed: " + json.dumps({"from": begun, "to": self.recipe}))
        if not self.arguments.other_recipe:
            advice = f"train: {self.file} was begun with another recipe; take another --out, or --other-recipe to go on with it all the same"
            raise SystemExit(1 if self.rank else advice)

    def save(self):
        if self.rank:
            return
        partial = self.file.with_suffix(".partial")
        torch.save({
            "network": self.network.state_dict(), "hints": self.hints.state_dict(), "average": self.average.network.state_dict(),
            "optimizer": self.optimizer.state_dict(), "at": (self.stage, self.done, self.steps, self.average.steps),
            "classes": sources.CLASSES, "recipe": self.recipe}, partial)
        partial.replace(self.file)

    def say(self, text):
        if not self.rank:
            print(text, flush=True)
            print(text, file=self.log, flush=True)

    def go(self):
        """All stages that are left; False when time ran out."""
        stages = list(self.recipe["stage"].items())
        while self.stage < len(stages):
            name, stage = stages[self.stage]
            if not self.learn(name, stage):
                return False
            self.stage, self.done = self.stage + 1, 0
            self.save()
        self.say("done")
        return True

    def learn(self, name, stage):
        """One stage; False when time ran out."""
        views = Views(self.pictures, self.donors, stage, self.recipe["seed"], self.recipe["processes"])
        self.network.freeze_norms(stage.get("norms_frozen", False))
        began, seen, sums, last = time.monotonic(), 0, {}, self.steps
        while self.done < stage["images"]:
            batch = views.batch(self.steps * self.recipe["processes"] + self.rank)
            parts = self.step(stage, batch)
            # All processes took as many.
            count = len(batch[1]) * self.recipe["processes"]
            self.done, self.steps, seen = self.done + count, self.steps + 1, seen + count
            for part, value in parts.items():
                old, times = sums.get(part, (0, 0))
                sums[part] = (old + value, times + 1)
            # Counted in steps, not in seconds: all processes have to agree.
            if self.steps - last == 200:
                self.report(name, round(seen / (time.monotonic() - began), 1), sums)
                last, sums = self.steps, {}
                self.save()
                if self.shared.stopped(self.rank, time.monotonic() > self.deadline):
                    return False
        return True

    def report(self, name, speed, sums):
        self.say(json.dumps({"stage": name, "views": self.done, "per_s": speed, **{part: round(value / times, 4) for part, (value, times) in sums.items()}}))

    def step(self, stage, batch):
        photographs, pixels, *marks = batch
        levels, features = ([answer.to(DEVICE) for answer in answers] for answers in self.teacher(pixels[:photographs]))
        labels, doubts, unknown = (mark.to(DEVICE) for mark in marks)
        for group in self.optimizer.param_groups:
            group["lr"] = rate(self.recipe, stage, self.done)
        pictures = pixels.to(DEVICE).float().contiguous(memory_format=torch.channels_last)
        with torch.autocast(DEVICE.type, torch.bfloat16, enabled=self.recipe["bf16"]):
            maps = self.network.features(pictures)
            outputs = [head(feature) for head, feature in zip(self.network.heads, maps)]
        parts = {}
        # The teacher never saw a drawing; there, every label is exact.
        for name, part, taught in (("", slice(0, photographs), levels), ("drawn ", slice(photographs, None), None)):
            if len(pixels[part]):
                some = [(boxes[part], logits[part]) for boxes, logits in outputs]
                costs = targets.cost(some, labels[part], doubts[part], unknown[part], taught)
                parts.update({name + key: value * len(pixels[part]) / len(pixels) for key, value in costs.items()})
        if stage["hint"]:
            parts["hint"] = stage["hint"] * sum(self.unlike(hint, mine[:photographs], theirs) for hint, mine, theirs in zip(self.hints, maps, features))
        for p in self.parameters:
            p.grad = torch.zeros_like(p)
        sum(parts.values()).backward()
        self.shared.mean(self.rank, self.parameters)
        nn.utils.clip_grad_norm_(self.parameters, 20)
        self.optimizer.step()
        if not self.rank:
            self.average.take()
        return {name: value.item() for name, value in parts.items()}

    @staticmethod
    def unlike(hint, mine, theirs):
        return ((hint(mine.float()) - theirs) ** 2).mean() / theirs.var().clamp(min=1e-6)


if __name__ == "__main__":
    main()
