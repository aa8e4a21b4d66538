"""Questions in a terminal: one line an answer, with completion, a list of choices, and patience."""

import contextlib
import sys
from argparse import ArgumentTypeError
from collections.abc import Callable, Mapping

from milepost.cli.typed import typed
from milepost.drafting.blanks import Blank, example_of
from milepost.errors import UnansweredError

_MOST_LISTED = 40
Judge = Callable[[str], str]


def is_terminal() -> bool:
    """Return whether somebody sits there who can be asked."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def ask(
    blank: Blank, judge: Judge, *, required: bool, advice: str = "", again: bool = False
) -> str:
    """Return an answer that the judge finds nothing amiss with; empty where there need be none.

    The judge is given the text and returns what is wrong with it. A question mark, alone or before
    some letters, lists the choices.
    """
    print(_heading(blank, required=required, advice=advice, again=again))
    while True:
        text = line(blank.choices)
        if blank.choices and text.startswith("?"):
            print(_listed(blank.choices, text[1:].strip()))
        elif text:
            amiss = judge(text)
            if not amiss:
                return text
            print(f"  {amiss}")
        elif required:
            print("  this one is needed; Ctrl-C leaves without writing anything")
        else:
            return ""


def confirmed(question: str) -> bool:
    """Return whether a question was answered with yes; anything else is a no."""
    print(f"{question} (yes or no)")
    return line({}).lower() in {"y", "yes"}


def line(choices: Mapping[str, str]) -> str:
    """Return a line that was typed; UnansweredError where the input ends instead."""
    _complete_from(choices)
    while True:
        try:
            return typed(input("> "))
        except EOFError as ended:
            print()
            message = "the input ended; nothing was written"
            raise UnansweredError(message) from ended
        except (ArgumentTypeError, UnicodeDecodeError):
            print("  that was not in UTF-8; set the terminal to it, and type it again")


def _heading(blank: Blank, *, required: bool, advice: str, again: bool) -> str:
    if again:
        more = "in another language, as ja=…" if blank.by_language else "once more"
        return f"\n{blank.title}, {more} (or nothing)"
    example = example_of(blank)
    need = "" if required else " (or nothing)"
    told = [f"\n{blank.title}{need}", f"  {blank.schema['description']} For example: {example}"]
    if advice:
        told.append(f"  {advice[0].upper()}{advice[1:]}.")
    if blank.choices:
        told.append("  Tab completes; ? lists what there is.")
    return "\n".join(told)


def _listed(choices: Mapping[str, str], part: str) -> str:
    found = [n for n, label in choices.items() if not part or _has_word(n, label, part)]
    lines = [f"  {name}  {choices[name]}".rstrip() for name in found[:_MOST_LISTED]]
    if len(found) > _MOST_LISTED:
        lines.append(f"  … and {len(found) - _MOST_LISTED} more; type ? and some letters")
    return "\n".join(lines) or "  there is none"


def _has_word(name: str, label: str, part: str) -> bool:
    words = f"{name.replace('-', ' ')} {label}".lower().split()
    return any(word.startswith(part.lower()) for word in words) or name.startswith(part.lower())


def _complete_from(choices: Mapping[str, str]) -> None:
    # Without readline, as in some builds of Python, one types the whole word.
    with contextlib.suppress(ImportError):
        import readline

        def complete(text: str, state: int) -> str | None:
            found = [n for n in choices if n.startswith(text.lower())]
            found = found or [n for n, label in choices.items() if _has_word(n, label, text)]
            return found[state] if state < len(found) else None

        readline.set_auto_history(False)
        readline.set_completer(complete)
        readline.set_completer_delims("")
        tab = "bind ^I rl_complete" if "libedit" in (readline.__doc__ or "") else "tab: complete"
        readline.parse_and_bind(tab)
