"""What the person who starts the bench may choose."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Settings:
    """The root of the project, the sizes in milestones, and how often each thing is measured."""

    root: Path
    sizes: Sequence[int]
    rounds: int

    def rounds_for(self, size: int) -> int:
        """Return fewer rounds for a size at which each takes long."""
        return self.rounds if size <= 10_000 else min(self.rounds, 3)  # noqa: PLR2004 -- ten seconds a round
