"""`milepost new`: a record that lacks nothing but evidence, from answers or from flags."""

import argparse
import secrets
import sys
from datetime import date
from pathlib import Path

from milepost.canonical import encode
from milepost.cli import CLEAN, FOUND
from milepost.cli.answers import answered
from milepost.cli.asking import confirmed, is_terminal
from milepost.cli.lacking import lacking
from milepost.cli.naming import named
from milepost.cli.typed import typed
from milepost.drafting.blanks import part_at
from milepost.drafting.draft import content_of, draft
from milepost.drafting.flags import as_command
from milepost.drafting.questions import QUESTIONS, Answers, Question
from milepost.drafting.trial import Trial, tried
from milepost.drafting.twins import namesakes, told_of
from milepost.errors import MilepostError
from milepost.identifiers import minted
from milepost.loading import Checked, checked
from milepost.model import Record
from milepost.reading.schema_files import schema_documents, schema_folder
from milepost.reports.text_report import block
from milepost.root import find_root
from milepost.rules.view import View
from milepost.schema.documents import Documents
from milepost.writing.files import create_file


def register(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command: one subcommand a kind, one flag a question."""
    documents = _documents()
    kinds = parser.add_subparsers(metavar="KIND", required=True, dest="record")
    for kind, questions in QUESTIONS.items():
        of_kind = kinds.add_parser(kind, help=_one(kind), description=_described(kind))
        of_kind.add_argument("--root", default=argparse.SUPPRESS, help=argparse.SUPPRESS)
        for question in questions:
            parts = [part.upper() for part in question.parts]
            words = f"{' '.join(parts)}, - where unknown" if parts else ""
            told = filter(None, (_meaning(documents, kind, question), words))
            of_kind.add_argument(
                f"--{question.flag}",
                action="append",
                type=typed,
                nargs="+" if parts else None,
                metavar=(parts[0], "…") if parts else "TEXT",
                help=" ".join((*told, "(needed)" if question.required else "")),
            )
        if kind not in {"party", "relationship"}:
            of_kind.add_argument("--slug", help="the name of its file (default: from the title)")
        of_kind.add_argument("--dry-run", action="store_true", help="print it, and write nothing")
        of_kind.add_argument(
            "--anyway", action="store_true", help="write it though a record like it is there"
        )
    parser.set_defaults(run=run, slug=None)


def _documents() -> Documents:
    """Return the schemas for the help, where there is a root to read them from, or none."""
    try:
        return schema_documents(schema_folder(find_root(None)))
    except MilepostError:
        return {}


def _meaning(documents: Documents, kind: str, question: Question) -> str:
    whole = part_at(documents, kind, question.at) if documents else {}
    return str(whole.get("description", "")).replace("%", "%%")


def _one(kind: str) -> str:
    return f"{'an' if kind[0] in 'aeiou' else 'a'} {kind}"


def _described(kind: str) -> str:
    return f"Write a new {kind}. In a terminal, what no flag says is asked for."


def run(options: argparse.Namespace) -> int:
    """Write the record, say what it still lacks; 1 and no file where something else is amiss."""
    before = checked(find_root(options.root))
    kind, view = options.record, before.view
    given = answered(view, kind, options)
    body = content_of(view, kind, given, date.today().isoformat())  # noqa: DTZ011 -- the day where the contributor is
    name = named(before, kind, body, options.slug)
    identifier = minted(_taken(view), secrets.choice) if kind == "milestone" else name
    record = draft(view, kind, body, name, identifier)
    trial = tried(before, {record.path: encode(record.body)})
    if trial.amiss:
        return _refused(trial, kind, given)
    if not _is_wanted(before, record, trial, options):
        print("nothing was written", file=sys.stderr)
        return FOUND
    if options.dry_run:
        print(encode(record.body).decode(), end="")
        return CLEAN
    create_file(before.root / record.path, encode(record.body))
    print("\n".join(_written(before, record, trial)))
    return CLEAN


def _taken(view: View) -> set[str]:
    """Return every identifier that a milestone has, or had in a version that was published."""
    rows = (row for ledger in view.dataset.of("ledger").values() for row in ledger.body["records"])
    live, buried = view.dataset.of("milestone"), view.dataset.of("tombstone")
    return {*live, *buried, *view.broken.get("milestone", ()), *(row["id"] for row in rows)}


def _refused(trial: Trial, kind: str, given: Answers) -> int:
    print("".join(map(block, trial.amiss)), end="", file=sys.stderr)
    print("nothing was written; the same answers once more, to be mended:", file=sys.stderr)
    print(f"  {as_command(kind, given)}", file=sys.stderr)
    return FOUND


def _is_wanted(before: Checked, record: Record, trial: Trial, options: argparse.Namespace) -> bool:
    """Return whether the record is to be written although others may tell of the same."""
    others = [r for r in before.view.dataset if r.path in {twin.path for twin in trial.twins}]
    others += namesakes(before.view, record.kind, record.body)
    told = [twin.message for twin in trial.twins if twin.path == record.path]
    told += map(told_of, others)
    if not told or options.anyway:
        return True
    print("This may be recorded already:", *(f"  {one}" for one in told), sep="\n", file=sys.stderr)
    if is_terminal():
        return confirmed("Write it all the same?")
    print("if it is not, say --anyway", file=sys.stderr)
    return False


def _written(before: Checked, record: Record, trial: Trial) -> list[str]:
    lines = [f"Written: {record.path}"]
    if record.id != Path(record.path).stem:
        lines.append(f"Its identifier is {record.id}.")
    if record.kind == "source":
        command = f"milepost evidence add ID --source {record.id}"
        return [*lines, f"Cite it in a record with `{command}`; --help tells the rest."]
    return [*lines, *(lacking(before.view, record, trial.unsupported) or ["Nothing is missing."])]
