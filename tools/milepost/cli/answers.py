"""The answers that a new record is made from: those given as flags, and those asked for."""

import argparse
import shlex
from collections.abc import Iterator, Sequence
from functools import partial

from milepost.cli.asking import ask, is_terminal
from milepost.cli.typed import refused
from milepost.drafting.blanks import amiss, blanks_of, example_of, is_list, part_at
from milepost.drafting.flags import given_words
from milepost.drafting.questions import QUESTIONS, Answers, Question
from milepost.errors import UnansweredError
from milepost.rules.view import View


def answered(view: View, kind: str, options: argparse.Namespace) -> Answers:
    """Return the answers to the questions on a kind, every one of them sound.

    UnansweredError, which names all that is wrong or missing, where nobody can be asked.
    """
    given: dict[str, Sequence[Sequence[str]]] = {}
    for question in QUESTIONS[kind]:
        flags = getattr(options, question.flag.replace("-", "_"))
        if flags:
            given[question.flag] = given_words(question, flags)
    _refuse([line for question in QUESTIONS[kind] for line in _wrong(view, kind, question, given)])
    missing = [q for q in QUESTIONS[kind] if q.required and q.flag not in given and q.when(given)]
    if missing and is_terminal():
        return _asked_for(view, kind, given)
    _refuse([_missing(view, kind, question, given) for question in missing])
    return given


def _refuse(lines: list[str]) -> None:
    if lines:
        message = "\n".join(("nothing was written:", *(f"  {line}" for line in lines)))
        raise UnansweredError(message)


def _wrong(view: View, kind: str, question: Question, given: Answers) -> Iterator[str]:
    blanks = blanks_of(view, kind, question, given)
    for words in given.get(question.flag, ()):
        if len(words) > len(blanks):
            yield f"--{question.flag} takes {' '.join(question.parts).upper()}, and no more"
        for blank, word in zip(blanks, [*words, *[""] * len(blanks)], strict=False):
            found = amiss(view, kind, blank, word) if word else ""
            if found:
                yield refused(f"--{question.flag}", word, found)
            elif blank.needed and not word:
                yield f"--{question.flag} {shlex.join(words)}: the {blank.title.lower()} is missing"


def _missing(view: View, kind: str, question: Question, given: Answers) -> str:
    described = part_at(view.schemas.documents, kind, question.at)["description"]
    blanks = blanks_of(view, kind, question, given)
    example = shlex.join(example_of(blank) for blank in blanks)
    return f"--{question.flag} is missing. {described} For example: --{question.flag} {example}"


def _asked_for(view: View, kind: str, given: dict[str, Sequence[Sequence[str]]]) -> Answers:
    for question in QUESTIONS[kind]:
        if question.asked and question.flag not in given and question.when(given):
            answers = list(_answers(view, kind, question, given))
            if answers:
                given[question.flag] = answers
    return given


def _answers(view: View, kind: str, question: Question, given: Answers) -> Iterator[list[str]]:
    blanks = blanks_of(view, kind, question, given)
    listed = is_list(view.schemas.documents, kind, question)
    again = False
    while True:
        words: list[str] = []
        for blank in blanks:
            first = blank is blanks[0]
            word = ask(
                blank,
                partial(amiss, view, kind, blank),
                required=(question.required and not again) if first else blank.needed,
                advice=question.advice if first else "",
                again=again and first,
            )
            if first and not word:
                return
            words.append(word)
        yield words
        if not (question.languages if blanks[0].by_language else listed):
            return
        again = True
