"""The README of a release: what it is, its files, how to cite and how to verify it."""

from collections.abc import Iterable, Iterator

from milepost.changes.telling import withdrawal
from milepost.derive.withdrawn import withdrawn_versions
from milepost.release.citation.styles import STYLES
from milepost.release.markdown import escaped, table
from milepost.release.release import Release

_TEXT = """\
# {title}

Version {version}, {day}.{unpublished}

{description}

## Files

{files}
Every value carries its evidence: `csv/statements.csv` has one row for each claim of a source, with
who says it, where, and what became of it. Claims that dispute a value are kept, with the rule and
the reason by which the dispute was settled, or marked as open.

The files in `csv/` are exact. Those in `spreadsheet/` open well with a double click but are not
loss-free: a text that begins with `=`, `+`, `-`, `@`, a tab or a line break has an apostrophe
before it, since a spreadsheet would run it as a formula. Work with `csv/`.

{names} A milestone has an anniversary in
`calendar/` where its day is known; one of 29 February returns in leap years alone.{feed}

## Cite

> {citation}

`CITATION.cff` says the same for programs.{address}

## Verify

In this folder, `sha256sum -c SHA256SUMS` (on macOS `shasum -a 256 -c SHA256SUMS`) says OK for every
file that is whole. {commit}

## Licence

{licence}: see `LICENSE`. The sources that the records cite belong to their owners; none is copied
here.

## Changes

{changes} `CHANGES.md` tells what changed, and `changes.json` tells it to programs.
{withdrawn}"""
_NAMES = "In `rdf/` a record is named by {what}"
_PAGES = "the address of its page."
_UUIDS = (
    "a UUID that is made from its kind and its\nidentifier, which stand beside it: the dataset has "
    "no address to name it by."
)
_NO_FEED = " There is no\nfeed of changes, which needs an address."
_UNPUBLISHED = "\n\n**This is a build between two versions, not a published version.**"
_FIRST = "This is the first version."
_SINCE = "The last version before this one is {since}."
_NO_ADDRESS = " The dataset has no address of its own yet, so the citation names none."


def as_readme(release: Release, files: Iterable[tuple[str, str]]) -> bytes:
    """Return the page in UTF-8."""
    meta, edition = release.dataset.meta, release.edition
    rows = [(f"`{name}`", escaped(holds)) for name, holds in files]
    text = _TEXT.format(
        title=escaped(meta["title"]["en"]),
        version=edition.version,
        day=edition.day,
        unpublished="" if edition.is_final else _UNPUBLISHED,
        description=escaped(meta["description"]["en"]),
        files=table(("file", "what it holds"), rows),
        citation=escaped(STYLES["text"](release.work).strip()),
        names=_NAMES.format(what=_PAGES if meta.get("base_url") else _UUIDS),
        feed="" if meta.get("base_url") else _NO_FEED,
        address="" if meta.get("base_url") else _NO_ADDRESS,
        commit=f"It was made from commit `{edition.commit}`." if edition.commit else "",
        licence=escaped(meta["licence"]),
        changes=_SINCE.format(**release.compared) if release.compared else _FIRST,
        withdrawn="".join(_withdrawn(release)),
    )
    return (text.rstrip() + "\n").encode()


def _withdrawn(release: Release) -> Iterator[str]:
    """Yield a sentence for each release that was withdrawn, so that nobody goes back to one."""
    for version, reason in withdrawn_versions(release.dataset).items():
        yield f"\n- {escaped(withdrawal(version, reason))}"
