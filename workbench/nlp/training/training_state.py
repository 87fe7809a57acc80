"""What every training run has: a step of learning, weights averaged along the way, and a file to go on from."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, TypeVar

import torch
from torch import Tensor, nn

KEPT = 0.98
"""When they are averaged, the averaged weights keep this much of themselves and take the rest from the trained ones."""
AnyNetwork = TypeVar("AnyNetwork", bound=nn.Module)


class TrainingState:
    """A network with its optimizer, schedule and averaged weights; it goes on from `saved` where that is there."""

    def __init__(
        self, saved: Path, model: nn.Module, optimizer: torch.optim.Optimizer, total: int, warm_up: float, every: int
    ) -> None:
        self.saved, self.model, self.optimizer, self.every, self.step = saved, model, optimizer, every, 0
        self.average = {name: value.detach().clone() for name, value in model.state_dict().items()}
        self.schedule = torch.optim.lr_scheduler.LambdaLR(
            optimizer, lambda at: min(1.0, at / max(1.0, warm_up * total)) * max(0.0, 1 - at / total)
        )
        if saved.exists():
            self._restore(torch.load(saved, weights_only=True))

    def learn(self, losses: Mapping[str, Tensor]) -> dict[str, float]:
        """One step down the sum of the losses; their values."""
        self.optimizer.zero_grad()
        torch.stack(list(losses.values())).sum().backward()
        nn.utils.clip_grad_norm_(self.model.parameters(), 1.0)
        self.optimizer.step()
        self.schedule.step()
        self.step += 1
        if self.step % self.every == 0:
            kept = min(KEPT, self.step / (self.step + 10 * self.every))
            for name, value in self.model.state_dict().items():
                if value.is_floating_point():
                    self.average[name].mul_(kept).add_(value, alpha=1 - kept)
        return {name: loss.item() for name, loss in losses.items()}

    def save(self) -> None:
        """Keep everything in the file, the file before until this one is whole."""
        state: dict[str, Any] = {"step": self.step, "model": self.model.state_dict(), "average": self.average}
        state |= {"optimizer": self.optimizer.state_dict(), "schedule": self.schedule.state_dict()}
        torch.save(state, self.saved.with_suffix(".tmp"))
        self.saved.with_suffix(".tmp").replace(self.saved)

    def _restore(self, state: dict[str, Any]) -> None:
        self.model.load_state_dict(state["model"])
        self.optimizer.load_state_dict(state["optimizer"])
        self.schedule.load_state_dict(state["schedule"])
        self.average, self.step = state["average"], state["step"]


def average_networks(first: AnyNetwork, second: AnyNetwork, share: float) -> AnyNetwork:
    """The mean of two networks, weight by weight, in the first, which has this share of it."""
    other = second.state_dict()
    with torch.no_grad():
        for name, value in first.state_dict().items():
            if value.is_floating_point():
                value.mul_(share).add_(other[name], alpha=1 - share)
    return first
