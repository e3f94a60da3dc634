"""The detector's network: plain 3x3 and 1x1 convolutions with ReLU, which 8-bit kernels run fastest."""
import torch
import torch.nn.functional as F
from torch import nn

STRIDES = (8, 16, 32)


class ConvReLU(nn.Sequential):
    def __init__(self, inputs, outputs, kernel=3, stride=1):
        super().__init__(
            nn.Conv2d(inputs, outputs, kernel, stride, kernel // 2, bias=False),
            nn.BatchNorm2d(outputs, eps=1e-3, momentum=0.03),
            nn.ReLU(inplace=True))
        self.frozen = False

    def forward(self, x):
        if not self.frozen:
            return super().forward(x)
        # The norm is a factor and a shift by now; in the weights they cost nothing, forwards or backwards.
        convolution, norm, relu = self
        factor = norm.weight * (norm.running_var + norm.eps).rsqrt()
        weight = convolution.weight * factor[:, None, None, None]
        return relu(F.conv2d(x, weight, norm.bias - norm.running_mean * factor, convolution.stride, convolution.padding))


class Bottleneck(nn.Module):
    def __init__(self, channels, residual):
        super().__init__()
        self.reduce = ConvReLU(channels, channels, 1)
        self.convolve = ConvReLU(channels, channels, 3)
        self.residual = residual

    def forward(self, x):
        y = self.convolve(self.reduce(x))
        return x + y if self.residual else y


class CrossStage(nn.Module):
    """Half of the channels go through the bottlenecks, half past them (CSPNet, arXiv:1911.11929)."""

    def __init__(self, inputs, outputs, depth, residual=True):
        super().__init__()
        half = outputs // 2
        self.through = ConvReLU(inputs, half, 1)
        self.past = ConvReLU(inputs, half, 1)
        self.blocks = nn.Sequential(*[Bottleneck(half, residual) for _ in range(depth)])
        self.merge = ConvReLU(2 * half, outputs, 1)

    def forward(self, x):
        return self.merge(torch.cat([self.blocks(self.through(x)), self.past(x)], 1))


class WideView(nn.Module):
    """Two poolings one after the other let the last stage see the whole picture (SPPF)."""

    def __init__(self, channels):
        super().__init__()
        half = channels // 2
        self.reduce = ConvReLU(channels, half, 1)
        self.pool = nn.MaxPool2d(5, 1, 2)
        self.merge = ConvReLU(3 * half, channels, 1)

    def forward(self, x):
        x = self.reduce(x)
        near = self.pool(x)
        return self.merge(torch.cat([x, near, self.pool(near)], 1))


class Head(nn.Module):
    """One 3x3 convolution for both, then a branch for the box and one for the scores."""

    def __init__(self, channels, classes):
        super().__init__()
        self.shared = ConvReLU(channels, channels, 3)
        self.box_branch = ConvReLU(channels, channels, 1)
        self.score_branch = ConvReLU(channels, channels, 1)
        self.box = nn.Conv2d(channels, 4, 1)
        self.scores = nn.Conv2d(channels, 1 + classes, 1)
        nn.init.zeros_(self.box.bias)
        # At the start nearly every cell is background: log(p / (1 - p)) of p = 0.01.
        nn.init.constant_(self.scores.bias, -4.6)

    def forward(self, x):
        x = self.shared(x)
        return self.box(self.box_branch(x)), self.scores(self.score_branch(x))


class StreetNet(nn.Module):
    """
    Input: [batch, 3, height, width], BGR, 0..255, height and width multiples of 32.
    Output per stride 8, 16, 32: boxes [batch, 4, rows, columns]: x and y of the centre from the cell's corner in cells,
    log of width and height in cells; and logits [batch, 1 + classes, rows, columns]: "an object", then the classes.
    """

    def __init__(self, classes, widths=(16, 32, 64, 128, 192), depths=(1, 2, 2, 1), neck=64):
        super().__init__()
        stem, quarter, eighth, sixteenth, last = widths
        # Pixels are divided by this; export folds it into the first convolution and sets it to 1.
        self.scale = 255
        self.stem = ConvReLU(3, stem, 3, 2)
        self.quarter = nn.Sequential(ConvReLU(stem, quarter, 3, 2), CrossStage(quarter, quarter, depths[0]))
        self.eighth = nn.Sequential(ConvReLU(quarter, eighth, 3, 2), CrossStage(eighth, eighth, depths[1]))
        self.sixteenth = nn.Sequential(ConvReLU(eighth, sixteenth, 3, 2), CrossStage(sixteenth, sixteenth, depths[2]))
        self.last = nn.Sequential(ConvReLU(sixteenth, last, 3, 2), CrossStage(last, last, depths[3]), WideView(last))
        self.from_last = ConvReLU(last, neck, 1)
        self.from_sixteenth = ConvReLU(sixteenth, neck, 1)
        self.from_eighth = ConvReLU(eighth, neck, 1)
        self.down_to_sixteenth = CrossStage(2 * neck, neck, 1, residual=False)
        self.down_to_eighth = CrossStage(2 * neck, neck, 1, residual=False)
        self.shrink_eighth = ConvReLU(neck, neck, 3, 2)
        self.up_to_sixteenth = CrossStage(2 * neck, neck, 1, residual=False)
        self.shrink_sixteenth = ConvReLU(neck, neck, 3, 2)
        self.up_to_last = CrossStage(2 * neck, neck, 1, residual=False)
        self.enlarge = nn.Upsample(scale_factor=2, mode="nearest")
        self.heads = nn.ModuleList([Head(neck, classes) for _ in STRIDES])

    def freeze_norms(self, frozen):
        """Whether the batch norms keep the means and variances they have."""
        for module in self.modules():
            if isinstance(module, ConvReLU):
                module.frozen = frozen

    def features(self, x):
        """The neck's three maps [batch, neck, rows, columns], finest first."""
        eighth = self.eighth(self.quarter(self.stem(x / self.scale if self.scale != 1 else x)))
        sixteenth = self.sixteenth(eighth)
        top = self.from_last(self.last(sixteenth))
        middle = self.down_to_sixteenth(torch.cat([self.enlarge(top), self.from_sixteenth(sixteenth)], 1))
        fine = self.down_to_eighth(torch.cat([self.enlarge(middle), self.from_eighth(eighth)], 1))
        middle = self.up_to_sixteenth(torch.cat([self.shrink_eighth(fine), middle], 1))
        coarse = self.up_to_last(torch.cat([self.shrink_sixteenth(middle), top], 1))
        return fine, middle, coarse

    def forward(self, x):
        return [head(feature) for head, feature in zip(self.heads, self.features(x))]
