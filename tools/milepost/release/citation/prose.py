"""Citations as sentences: the plain one, and those of the APA and Chicago manuals."""

from milepost.release.citation.work import Work

_ENDS = (".", "!", "?", "。")


def as_text(work: Work) -> str:
    """Return the citation that names all there is, licence included."""
    return _sentences(
        f"{work.creator} ({work.year})",
        f"{work.part} ({work.identifier})" if work.part else "",
        f"In: {work.title}" if work.part else work.title,
        f"Version {work.version}",
        "Data set",
        f"Licence {work.licence}",
        last=_found(work),
    )


def as_apa(work: Work) -> str:
    """Return the citation in the style of the APA manual, seventh edition, section 10.9."""
    container = f"{work.title} (Version {work.version}) [Data set]"
    return _sentences(
        work.creator,
        f"({work.year})",
        f"{work.part} ({work.identifier})" if work.part else "",
        f"In {container}" if work.part else container,
        last=_found(work),
    )


def as_chicago(work: Work) -> str:
    """Return the citation in the author–date style of the Chicago manual, seventeenth edition."""
    part = work.part.replace("“", "‘").replace("”", "’")
    return _sentences(
        work.creator,
        str(work.year),
        f"“{_ended(part)}” {work.identifier}" if part else "",
        f"In {work.title}" if part else work.title,
        f"Version {work.version}",
        "Data set",
        last=_found(work),
    )


def _found(work: Work) -> str:
    """Return by what the work is found again: its content’s identifier, and where it is."""
    return " ".join(filter(None, (work.swhid, work.address)))


def _sentences(*parts: str, last: str) -> str:
    """Return parts as sentences on one line; what is at the end takes no full stop."""
    sentences = [_ended(part) for part in parts if part]
    return " ".join([*sentences, last] if last else sentences) + "\n"


def _ended(part: str) -> str:
    return part if part.endswith(_ENDS) else f"{part}."
