"""Writes a checkpoint as ONNX in the layout `anchor_free_grid`: one output [1, points, 5 + classes]."""
import argparse
import copy
import hashlib
from pathlib import Path

import torch
from torch import nn
from torch.nn.utils.fusion import fuse_conv_bn_eval

from network import ConvReLU, StreetNet

MANIFEST = """\
name: {name}
description: Street objects, trained by this project; {size}, float
file: {name}.onnx
sha256: {sha256}
size: {bytes}
licence: MIT
precision: fp32
input:
  name: images
  size: {size}
  color: bgr
  resize: letterbox
  pad: 114
decoder:
  layout: anchor_free_grid
  strides: [8, 16, 32]
  output: output
labels: labels.txt
score: 0.35
nms: 0.45
"""


class Exported(nn.Module):
    """The network with its levels laid end to end and its scores squashed."""

    def __init__(self, network):
        super().__init__()
        self.network = network

    def forward(self, images):
        levels = [torch.cat([boxes, logits.sigmoid()], 1).flatten(2) for boxes, logits in self.network(images)]
        return torch.cat(levels, 2).transpose(1, 2)


def folded(network):
    """A copy with each batch norm, and the division by 255, folded into the convolution before it."""
    network = copy.deepcopy(network)
    for module in network.modules():
        if isinstance(module, ConvReLU):
            module[0], module[1] = fuse_conv_bn_eval(module[0], module[1]), nn.Identity()
    network.stem[0].weight.data /= network.scale
    network.scale = 1
    return network


def write(network, width, height, path):
    picture = torch.rand(1, 3, height, width) * 255
    plain, exported = Exported(network), Exported(folded(network))
    with torch.no_grad():
        worst = (plain(picture) - exported(picture)).abs().max().item()
    if not worst < 1e-3:
        raise SystemExit(f"export: folding changed the outputs by {worst}")
    torch.onnx.export(exported, picture, path, input_names=["images"], output_names=["output"], opset_version=13)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("checkpoint")
    parser.add_argument("out", type=Path)
    parser.add_argument("--size", default="320x192", help="WIDTHxHEIGHT, multiples of 32")
    parser.add_argument("--manifest", action="store_true", help="Also writes the model's YAML and its labels beside it")
    arguments = parser.parse_args()
    width, height = map(int, arguments.size.split("x"))
    state = torch.load(arguments.checkpoint, map_location="cpu")
    network = StreetNet(len(state["classes"]))
    network.load_state_dict(state["average"])
    write(network.eval(), width, height, str(arguments.out))
    if arguments.manifest:
        data = arguments.out.read_bytes()
        sha256 = hashlib.sha256(data).hexdigest()
        text = MANIFEST.format(name=arguments.out.stem, size=arguments.size, sha256=sha256, bytes=len(data))
        arguments.out.with_suffix(".yaml").write_text(text)
        (arguments.out.parent / "labels.txt").write_text("\n".join(state["classes"]) + "\n")


if __name__ == "__main__":
    main()
