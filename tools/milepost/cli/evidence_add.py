"""`milepost evidence add`: what a source says of a record, with the passage where it says so."""

import argparse
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from milepost.canonical import encode
from milepost.cli import CLEAN, FOUND
from milepost.cli.asking import is_terminal, line
from milepost.cli.claims import claims_of
from milepost.cli.lacking import lacking
from milepost.cli.show import found
from milepost.cli.typed import typed
from milepost.drafting.entry import named_entry, owner_of, repeats, with_entry, with_snapshot
from milepost.drafting.passage import passage, plain_text, written
from milepost.drafting.trial import Trial, tried
from milepost.errors import NotThereError, UnansweredError
from milepost.identifiers import entry_id
from milepost.loading import Checked, checked
from milepost.model import Record
from milepost.reading.texts import text_of
from milepost.reports.text_report import block
from milepost.root import find_root
from milepost.suggestions import suggestion
from milepost.writing.files import write_file

_PLACES = ("page", "section", "article", "record", "field")


def register(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the action."""
    add = parser.add_argument
    add("id", metavar="ID", help="the identifier of the record, such as mp-bqdztmr or hun-sen")
    add("--source", required=True, metavar="S", help="the slug of the source")
    add(
        "--says",
        action="append",
        type=typed,
        metavar="ADDRESS=VALUE",
        help="what the source itself says; once for each value (asked for in a terminal)",
    )
    add("--text", metavar="FILE", help="the text of the source, which stays with you")
    add(
        "--quote",
        type=typed,
        metavar="WORDS",
        help="the words in it; their place and hash alone are kept",
    )
    add("--occurrence", type=int, metavar="N", help="which one, where the words occur again")
    add("--paragraph", type=int, metavar="N", help="the paragraph, counted from 1")
    for place in _PLACES:
        add(f"--{place}", type=typed, metavar="TEXT", help=f"the {place} where the source says so")
    add(
        "--read",
        choices=("first-hand", "relayed"),
        default="first-hand",
        help="default: %(default)s",
    )
    add(
        "--speaker",
        type=typed,
        metavar="WHO",
        help="who says so in the source, where it is not its own voice",
    )
    add("--office", type=typed, metavar="TERM", help="the office in which the speaker speaks")
    add(
        "--for",
        dest="party",
        type=typed,
        metavar="PARTY",
        help="the party for which the speaker speaks",
    )
    add("--dry-run", action="store_true", help="print the entry, and write nothing")
    add("--root", default=argparse.SUPPRESS, help=argparse.SUPPRESS)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Add the entry and print what a check finds in the file; 1 where it finds an error there."""
    before = checked(find_root(options.root))
    record, source = _record(before, options.id), _source(before, options.source)
    raw = text_of(Path(options.text)) if options.text else b""
    locator = _locator(before, source, raw, options)
    entry = {"source": source.id, **_speaker(options), "read": options.read, "locator": locator}
    entry["says"] = claims_of(before, record, options.says or [])
    same = repeats(record, entry)
    if same:
        print(f"{record.path}: the entry {same} says so already; nothing was written")
        return CLEAN
    entry = named_entry(record, entry)
    shot = with_snapshot(before.view, source, raw) if raw else None
    bodies = {record.path: with_entry(before.view, record, entry)}
    files = {path: encode(body) for path, body in bodies.items()}
    files |= {source.path: encode(shot)} if shot else {}
    trial = tried(before, files)
    if _is_refused(trial, record, entry):
        return FOUND
    if options.dry_run:
        print(encode(entry).decode(), end="")
        return CLEAN
    for path in reversed(files):
        write_file(before.root / path, files[path])
    return _told(before, record._replace(body=bodies[record.path]), entry, trial, shot=bool(shot))


def _record(before: Checked, identifier: str) -> Record:
    view = before.view
    kinds = [r for r in found(view, identifier) if view.schemas.facts[r.kind].below]
    if not kinds:
        message = f"{identifier} states nothing that takes evidence"
        raise NotThereError(message)
    return kinds[0]


def _source(before: Checked, slug: str) -> Record:
    source = before.view.dataset.get("source", slug)
    if source is None:
        known = before.view.dataset.of("source")
        hint = suggestion(slug, known, "write its record first, with `milepost new source`")
        message = f"there is no source {slug!r}; {hint}"
        raise NotThereError(message)
    return source


def _locator(
    before: Checked, source: Record, raw: bytes, options: argparse.Namespace
) -> dict[str, Any]:
    """Return where the source says so; UnansweredError where nothing tells."""
    locator = {place: getattr(options, place) for place in _PLACES if getattr(options, place)}
    if options.paragraph is not None:
        locator["paragraph"] = options.paragraph
    text = plain_text(raw, options.text) if options.text else None
    quote = options.quote or (_typed_quote() if text and is_terminal() else "")
    if bool(text) != bool(quote):
        message = "--text and --quote go together: the words, and the text that they stand in"
        raise UnansweredError(message)
    if text:
        owner = owner_of(before.view, raw)
        if owner not in ("", source.id):
            message = f"{options.text} is the text of the source {owner}, and not of {source.id}"
            raise UnansweredError(message)
        span = passage(text, quote, options.paragraph, options.occurrence)
        locator |= {"paragraph": text.paragraph(span.start), "span": written(span)}
    if not locator:
        places = ", ".join(f"--{place}" for place in ("paragraph", *_PLACES))
        message = f"say where the source says so: --text with --quote, or one of {places}"
        raise UnansweredError(message)
    return locator


def _typed_quote() -> str:
    print("\nThe words of the passage, as they stand in the text; none of them is kept.")
    return line({})


def _speaker(options: argparse.Namespace) -> dict[str, Any]:
    told = {"who": options.speaker, "office": options.office, "for": options.party}
    if not options.speaker and (options.office or options.party):
        message = "--office and --for tell of a speaker; name one with --speaker"
        raise UnansweredError(message)
    speaker = {name: word for name, word in told.items() if word}
    return {"speaker": speaker} if speaker else {}


def _is_refused(trial: Trial, record: Record, entry: Mapping[str, Any]) -> bool:
    """Return whether something is amiss in the entry itself, and print it then.

    That it disputes the record is no slip: it is written, and asks for a resolution.
    """
    own = f"/evidence/{entry_id(entry)}/"
    here = (f for f in trial.amiss if f.path == record.path and not f.rule.startswith("DSP-"))
    amiss = [finding for finding in here if f"{finding.pointer}/".startswith(own)]
    for finding in amiss:
        hint = f"; {finding.hint}" if finding.hint else ""
        print(f"{finding.rule} {finding.message}{hint}", file=sys.stderr)
    if amiss:
        print("nothing was written", file=sys.stderr)
    return bool(amiss)


def _told(
    before: Checked, record: Record, entry: Mapping[str, Any], trial: Trial, *, shot: bool
) -> int:
    locator = entry["locator"]
    where = ", ".join(f"{name} {locator[name]}" for name in locator if name != "span")
    print(f"{record.path}: {entry_id(entry)} says {', '.join(entry['says'])} ({where})")
    if "span" in locator:
        span = locator["span"]
        kept = f"{span['length']} characters from {span['start']}, and their hash"
        print(f"  kept of the passage: {kept}; none of its words")
    if shot:
        print(f"dataset/sources/{entry['source']}.json: the hash of your text is added")
    here = [f for f in trial.findings if f.path == record.path and f not in trial.unsupported]
    print("".join(map(block, here)), end="")
    missing = lacking(before.view, record, trial.unsupported)
    print("\n".join(missing or ["Every value of it has its evidence."]))
    return FOUND if missing or any(f.severity == "error" for f in here) else CLEAN
