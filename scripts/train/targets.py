"""Which points of the grid answer for which label, and what that costs: SimOTA (YOLOX, arXiv:2107.08430) in one go."""
import torch
import torch.nn.functional as F

from teacher import COCO, centres, decode, flatten

# A point may answer for a label when it lies this many cells from its centre at most.
REACH = 2.5
CANDIDATES = 10


def iou(boxes, others, generalized=False):
    """Of boxes that broadcast against each other, corners in the last dimension."""
    shared = (torch.minimum(boxes[..., 2:], others[..., 2:]) - torch.maximum(boxes[..., :2], others[..., :2])).clamp(min=0).prod(-1)
    joint = (boxes[..., 2:] - boxes[..., :2]).clamp(min=0).prod(-1) + (others[..., 2:] - others[..., :2]).clamp(min=0).prod(-1) - shared
    ratio = shared / joint.clamp(min=1e-6)
    if not generalized:
        return ratio
    hull = (torch.maximum(boxes[..., 2:], others[..., 2:]) - torch.minimum(boxes[..., :2], others[..., :2])).clamp(min=0).prod(-1)
    return ratio - (hull - joint) / hull.clamp(min=1e-6)


@torch.no_grad()
def assign(boxes, objects, classes, points, labels):
    """
    boxes [batch, points, 4] in pixels, objects [batch, points] and classes [batch, points, classes] as logits, labels
    [batch, most, 5] with class -1 where there is none. Gives per point the label's row or -1, and its overlap with it.
    """
    real = labels[..., 0] >= 0
    middle = points[:, :2] + points[:, 2:3] / 2
    wanted = labels[:, :, None, 1:]
    inside = ((middle > wanted[..., :2]) & (middle < wanted[..., 2:])).all(-1)
    away = (middle - (wanted[..., :2] + wanted[..., 2:]) / 2).abs().amax(-1)
    near = away < REACH * points[:, 2]
    # The points right at the centre always may, or small labels had none.
    allowed = ((inside & near) | (away < 0.75 * points[:, 2])) & real[..., None]
    overlap = iou(boxes[:, None], wanted) * allowed
    score = (objects.sigmoid()[..., None] * classes.sigmoid()).sqrt().clamp(1e-4, 1 - 1e-4)
    number = labels[..., 0].clamp(min=0).long()[..., None].expand(-1, -1, score.shape[1])
    own = score.transpose(1, 2).gather(1, number)
    # Cross entropy against "this class and no other".
    others = -torch.log1p(-score).sum(-1)[:, None]
    cost = others - torch.log(own) + torch.log1p(-own) - 3 * torch.log(overlap + 1e-8) + 1e5 * (~(inside & near)) + 1e9 * (~allowed)
    many = min(CANDIDATES, cost.shape[-1])
    share = overlap.topk(many, -1).values.sum(-1).int().clamp(min=1)
    best, order = cost.topk(many, -1, largest=False)
    taken = (torch.arange(many, device=cost.device) < share[..., None]) & (best < 1e8)
    chosen = torch.zeros_like(cost, dtype=torch.bool).scatter_(-1, order, taken)
    # A point that several labels chose answers for the cheapest.
    row = torch.where(chosen, cost, torch.full_like(cost, float("inf"))).argmin(1)
    row = torch.where(chosen.any(1), row, torch.full_like(row, -1))
    return row, overlap.gather(1, row.clamp(min=0)[:, None])[:, 0]


def covered(points, boxes):
    """Which points lie in any of the boxes [batch, most, 4] (left -1: none)."""
    middle = points[:, :2] + points[:, 2:3] / 2
    inside = ((middle > boxes[:, :, None, :2]) & (middle < boxes[:, :, None, 2:])).all(-1)
    return (inside & (boxes[:, :, :1] >= 0)).any(1)


def cost(outputs, labels, doubts, unknown, taught=None):
    """
    outputs: what StreetNet gives. labels [batch, most, 5]; doubts and unknown [batch, most, 4]; unused rows start with -1.
    taught: the teacher's levels for the same pictures, or None where every label is exact. Gives the parts of the loss.
    """
    boxes_raw = flatten([boxes for boxes, _ in outputs]).float()
    logits = flatten([scores for _, scores in outputs]).float()
    points = centres([boxes for boxes, _ in outputs]).to(logits.device)
    boxes, objects, classes = decode(boxes_raw, points), logits[..., 0], logits[..., 1:]
    row, overlap = assign(boxes, objects, classes, points, labels)
    positive = row >= 0
    count = positive.sum().clamp(min=1).float()
    own = labels.gather(1, row.clamp(min=0)[..., None].expand(-1, -1, 5))
    if taught is None:
        parts, target, weight = {}, positive.float(), torch.ones_like(objects)
    else:
        parts, target, weight = imitate(taught, boxes, classes, points, positive)
    # A label's points have the target 1.
    sure = target > SPEAKS
    quiet = (covered(points, doubts) | covered(points, unknown)) & ~sure
    weight = torch.where(quiet, torch.zeros_like(weight), weight)
    parts["object"] = (F.binary_cross_entropy_with_logits(objects, target, reduction="none") * weight).sum() / count
    if positive.any():
        parts["box"] = 5 * (1 - iou(boxes[positive], own[positive][:, 1:], generalized=True)).sum() / count
        wanted = F.one_hot(own[positive][:, 0].long().clamp(min=0), classes.shape[-1]) * overlap[positive][:, None].clamp(min=0.2)
        parts["class"] = F.binary_cross_entropy_with_logits(classes[positive], wanted, reduction="none").sum() / count
    return parts


# From this object score on the teacher speaks even where there is doubt.
SPEAKS = 0.4


def imitate(taught, boxes, classes, points, positive):
    """What imitating the teacher's own answers costs, and the object targets and weights of all points."""
    answer = flatten(taught)
    ours = answer[..., 5:][..., list(COCO)]
    # Objects of classes that are not ours are background here.
    share = ours.amax(-1) / answer[..., 5:].amax(-1).clamp(min=1e-6)
    believed = answer[..., 4] * share
    target = torch.where(positive, torch.ones_like(believed), believed)
    # Where the teacher itself wavers, its word counts for less.
    wavering = (believed > 0.05) & (believed < 0.3) & ~positive
    weight = 1 - 0.5 * wavering
    speaks = believed * (believed > 0.1)
    total = speaks.sum().clamp(min=1)
    close = 1 - iou(boxes, decode(answer, points), generalized=True)
    unlike = F.binary_cross_entropy_with_logits(classes, ours, reduction="none").sum(-1)
    parts = {"taught box": 2.5 * (close * speaks).sum() / total, "taught class": (unlike * speaks).sum() / total}
    return parts, target, weight
