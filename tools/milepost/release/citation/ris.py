"""A citation in the RIS format of reference managers."""

from milepost.release.citation.work import Work


def as_ris(work: Work) -> str:
    """Return one reference of the type DATA: two-letter tags, CRLF line ends."""
    fields = {
        "TY": "DATA",
        "AU": work.creator,
        "PY": str(work.year),
        "TI": work.part or work.title,
        "T2": work.title if work.part else "",
        "ET": work.version,
        "AN": work.identifier,
        "N1": f"Licence {work.licence}",
        "C1": work.swhid,
        "DO": work.doi,
        "UR": work.url,
    }
    lines = [f"{tag}  - {value}\r\n" for tag, value in fields.items() if value]
    return "".join(lines) + "ER  - \r\n"
