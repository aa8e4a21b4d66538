"""What is wrong with a file of a release."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """A file and what is wrong with it, in words."""

    file: str
    message: str
