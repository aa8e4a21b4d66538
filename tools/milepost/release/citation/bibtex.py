"""A citation as BibTeX."""

import re

from milepost.release.citation.work import Work

# BibTeX counts braces even where they are escaped, so the commands for them stand in their place.
_ESCAPES = {
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{sign: f"\\{sign}" for sign in "$&%#_"},
}
_SPECIAL = re.compile("[" + re.escape("".join(_ESCAPES)) + "]")


def as_bibtex(work: Work) -> str:
    """Return a @misc entry, the one type for a dataset that every BibTeX style knows."""
    record = f"Record {work.identifier}. " if work.identifier else ""
    fields = {
        "author": f"{{{_escaped(work.creator)}}}",
        "title": f"{{{_escaped(work.part or work.title)}}}",
        "howpublished": _escaped(f"Data set: {work.title}" if work.part else "Data set"),
        "year": str(work.year),
        "version": _escaped(work.version),
        "note": _escaped(f"Version {work.version}. {record}Licence {work.licence}"),
        "doi": work.doi,
        "url": work.url,
        "swhid": work.swhid,
    }
    lines = [f"  {name} = {{{value}}},\n" for name, value in fields.items() if value]
    return f"@misc{{{work.name},\n{''.join(lines)}}}\n"


def _escaped(text: str) -> str:
    return _SPECIAL.sub(lambda sign: _ESCAPES[sign[0]], text)
