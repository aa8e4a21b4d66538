"""Answers as flags of the command line, and back."""

import shlex
from collections.abc import Iterator, Sequence

from milepost.drafting.questions import QUESTIONS, Answers, Question

# What stands for a part that is not known, so that one after it can be given.
UNKNOWN = "-"


def given_words(question: Question, flags: Sequence[str | Sequence[str]]) -> list[list[str]]:
    """Return the words of each answer that was given as a flag."""
    if not question.parts:
        return [[str(text)] for text in flags]
    return [["" if word == UNKNOWN else word for word in words] for words in flags]


def as_command(kind: str, given: Answers) -> str:
    """Return the command that gives the same answers as flags."""
    return shlex.join(["milepost", "new", kind, *_flags(kind, given)])


def _flags(kind: str, given: Answers) -> Iterator[str]:
    for question in QUESTIONS[kind]:
        for words in given.get(question.flag, ()):
            yield f"--{question.flag}"
            last = max((at for at, word in enumerate(words) if word), default=0)
            yield from (word or UNKNOWN for word in words[: last + 1])
