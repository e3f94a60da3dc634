"""How the processes of one training stay together."""
import torch
from torch import multiprocessing


class Shared:
    """
    The processes' gradients, side by side. Each process has one thread and half of a batch: they meet once a step, where
    the threads of one process meet in every layer, and wait there for whatever else the machine is doing.
    """

    def __init__(self, processes, length):
        self.barrier = multiprocessing.Barrier(processes)
        # Two sets by turns: a process may be one step ahead of another that still reads.
        self.sets = [torch.zeros(processes, length).share_memory_() for _ in range(2)]
        self.late = torch.zeros(()).share_memory_()
        self.turn = 0

    def mean(self, rank, parameters):
        """Puts the mean of all processes' gradients in place of this one's."""
        turn, self.turn = self.turn, 1 - self.turn
        gradients = self.sets[turn]
        gradients[rank] = torch.cat([p.grad.reshape(-1) for p in parameters])
        self.barrier.wait(timeout=600)
        mean, at = gradients.mean(0), 0
        for p in parameters:
            p.grad.copy_(mean[at:at + p.numel()].view_as(p))
            at += p.numel()

    def left(self):
        """Tells the others that this process is gone; they would wait for it."""
        self.barrier.abort()

    def stopped(self, rank, late):
        """Whether the first process finds it late; the same answer for all."""
        if not rank:
            self.late.fill_(float(late))
        self.barrier.wait(timeout=600)
        return bool(self.late)
