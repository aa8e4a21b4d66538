"""The command line: one module a command, each with `register` and `run`; only this package prints.

Exit codes: 0 clean, 1 findings, 2 the tool could not run.
"""

import argparse
import gc
import sys
from collections.abc import Sequence
from importlib import import_module
from keyword import iskeyword
from pathlib import Path

from milepost.collection import no_collection
from milepost.errors import MilepostError

CLEAN, FOUND, BROKEN = 0, 1, 2
COMMANDS = {
    "check": "all findings of a dataset",
    "fix": "put records into the one canonical form",
    "explain": "what a rule demands, why, and how to put it right",
    "new": "a new record: asks in a terminal, takes flags in a script",
    "import": "a spreadsheet into records, with every row accounted for",
    "show": "a record in words, with what each source says",
    "status": "the status of a relationship, on a day or through time",
    "cite": "how to cite a milestone, a relationship or the dataset",
    "evidence": "what sources say: add it to a record, verify it against texts that one holds",
    "site": "build the reference site",
    "serve": "build the reference site and show it on this machine",
    "query": "ask the tables of the release a question in SQL",
    "release": "cut a release",
    "diff": "what changed between two states, and the version number that it asks for",
    "verify": "whether a published release is whole and its formats agree",
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command and return its exit code; no argument prints the help."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    for stream in (sys.stdout, sys.stderr):
        # Output holds Japanese and Khmer whatever the locale is.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        return _obeyed(words)
    except ModuleNotFoundError as absent:
        from milepost.cli.extras import advice

        told = advice(absent)
        if not told:
            raise
        print(f"milepost: {told}", file=sys.stderr)
        return BROKEN


def as_process() -> int:
    """Obey the command line of a process of its own and return its exit code.

    At its end the interpreter would look through all that was read for cycles, for a tenth of the
    time of a check of one file, and then give the memory back all the same; so all is frozen.
    """
    try:
        return main()
    finally:
        # DuckDB counts what it has given out, and would complain of whatever is frozen.
        if "duckdb" not in sys.modules:
            gc.freeze()


def _obeyed(words: Sequence[str]) -> int:
    parser = parser_for(words[:1])
    options = parser.parse_args(words)
    if not hasattr(options, "run"):
        parser.print_help()
        return BROKEN
    return _run(options)


def _run(options: argparse.Namespace) -> int:
    try:
        return int(options.run(options))
    except MilepostError as broken:
        print(f"milepost: {broken}", file=sys.stderr)
        return BROKEN
    except BrokenPipeError:
        sys.stderr.close()
        return BROKEN
    except OSError as refused:
        print(f"milepost: {refused.filename}: {refused.strerror}", file=sys.stderr)
        return BROKEN
    except KeyboardInterrupt:
        print("milepost: interrupted; nothing was left half written", file=sys.stderr)
        return BROKEN


def parser_for(words: Sequence[str]) -> argparse.ArgumentParser:
    """Return the parser; only the module of the command that is asked for is imported."""
    parser = argparse.ArgumentParser(
        prog="milepost",
        description="Check, look up, publish and release a record of relations between states.",
        epilog="Exit codes: 0 clean, 1 findings, 2 the tool could not run.",
        formatter_class=_of_some_width,
    )
    # Without its name the parser lays out a usage to begin each with, which takes longer.
    commands = parser.add_subparsers(metavar="COMMAND", prog=parser.prog)
    # A parser takes a millisecond to make, and who names a command is told of no other.
    named = {name: text for name, text in COMMANDS.items() if name in words}
    for name, text in (named or COMMANDS).items():
        command = commands.add_parser(
            name,
            help=text,
            description=f"{text[0].upper()}{text[1:]}.",
            formatter_class=_of_some_width,
        )
        command.add_argument(
            "--root",
            metavar="DIR",
            help="the folder that holds dataset/ (default: nearest upwards)",
        )
        if name in words:
            module = f"{name}_" if iskeyword(name) else name
            with no_collection():
                import_module(f"milepost.cli.{module}").register(command)
        command.formatter_class = argparse.HelpFormatter
    parser.formatter_class = argparse.HelpFormatter
    return parser


def _of_some_width(prog: str) -> argparse.HelpFormatter:
    """Lay arguments out to try them, as a parser does, before anyone asks how wide the screen is.

    How to ask it is a module that takes a fiftieth of a check of one file to import.
    """
    return argparse.HelpFormatter(prog, width=80)


def near(path: Path) -> str:
    """Return a path as a person at work here would name it: from this folder, if it is below."""
    whole, here = path.resolve(), Path.cwd()
    return str(whole.relative_to(here)) if whole.is_relative_to(here) else str(whole)
