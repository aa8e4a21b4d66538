"""Transcripts in a document: the commands, what is typed at their prompts, and what they print."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple


class Step(NamedTuple):
    """A command with all that stands below it, up to the next one."""

    command: str
    lines: tuple[str, ...]

    @property
    def answers(self) -> list[str]:
        """What is typed, line by line."""
        return [line[1:].strip() for line in self.lines if line.startswith(">")]


def steps(document: Path) -> Iterator[Step]:
    """Yield the steps of the console blocks of a document, in their order."""
    text = document.read_text("utf-8")
    for block in re.findall(r"^```console\n(.*?)^```$", text, re.MULTILINE | re.DOTALL):
        for command, rest in re.findall(r"^\$ (.*)\n((?:(?!\$ ).*\n)*)", block, re.MULTILINE):
            yield Step(command, tuple(rest.splitlines()))


def differences(step: Step, printed: str) -> list[tuple[str, str]]:
    """Return each quoted line that was not printed so, with what was; … stands for what varies."""
    seen = [line.rstrip() for line in printed.strip("\n").splitlines()]
    told = [line.rstrip() for line in step.lines]
    longest = max(len(seen), len(told))
    pairs = zip(
        told + [""] * (longest - len(told)), seen + [""] * (longest - len(seen)), strict=True
    )
    return [(quoted, line) for quoted, line in pairs if not _is_so(quoted, line)]


def _is_so(quoted: str, printed: str) -> bool:
    pattern = ".+".join(re.escape(part) for part in quoted.split("…"))
    return quoted == printed or re.fullmatch(pattern, printed) is not None
