"""llms.txt: what the site holds and where, for programs that read text (llmstxt.org)."""

from collections.abc import Collection, Iterator

from milepost.derive.labels import text_in
from milepost.release.citation.prose import as_text
from milepost.site.api.addresses import INDEX, OPENAPI, STATUS, list_file
from milepost.site.naming import label
from milepost.site.navigation import CONTRIBUTING, DOCUMENTS
from milepost.site.page_names import PAGED, PLURALS, list_of, page_of
from milepost.site.site import Site

FILE = "llms.txt"
_Entry = tuple[str, str, str]
_FILES: tuple[_Entry, ...] = (
    ("Index", INDEX, "where everything below lies, with version, licence and citation"),
    ("Status", STATUS, "the levels that relationships held, and which are open"),
    ("Description", OPENAPI, "every file in OpenAPI 3.1, with the schemas of the answers"),
    ("Milestones", list_file("milestone"), "all milestones by date, type and relationship"),
    ("Relationships", list_file("relationship"), "all relationships"),
    ("Sources", list_file("source"), "all sources"),
)


def guide(site: Site, documents: Collection[str]) -> bytes:
    """Return the guide; addresses are relative to it while the site has none of its own."""
    meta = site.dataset.meta
    parts = [
        f"# {text_in(meta['title'])}",
        f"> {text_in(meta['description'])}",
        _told(site),
        *_section(site, "Relationships", _relationships(site)),
        *_section(site, "Data for programs", _FILES),
        *_section(site, "Records", _lists(site)),
        *_section(site, "Documents", _documents(documents)),
    ]
    return ("\n\n".join(parts) + "\n").encode()


def _told(site: Site) -> str:
    return (
        f"Status is told as of {site.as_of}. Dates are EDTF (ISO 8601-2). Every value carries what "
        "each source says of it, and disputes between sources are published with how they were "
        "settled: cite a value with its date of status, and say where sources differ. What is "
        "absent was not searched for unless the coverage of a relationship says so.\n\n"
        f"Cite as: {as_text(site.work).strip()}"
    )


def _section(site: Site, title: str, entries: Iterator[_Entry] | tuple[_Entry, ...]) -> list[str]:
    home = site.home
    lines = [f"- [{n}]({home.file(path) or path}){f': {t}' if t else ''}" for n, path, t in entries]
    return [f"## {title}", "\n".join(lines)] if lines else []


def _relationships(site: Site) -> Iterator[_Entry]:
    for record in site.dataset.of("relationship").values():
        count = len(site.chronology(record.id))
        path = f"{page_of('relationship', record.id)}.html"
        yield label(record).text, path, _counted(count, "milestone")


def _lists(site: Site) -> Iterator[_Entry]:
    for kind in PAGED:
        yield PLURALS[kind], f"{list_of(kind)}.html", _counted(len(site.dataset.of(kind)), "record")


def _counted(count: int, thing: str) -> str:
    return f"{count} {thing}{'' if count == 1 else 's'}"


def _documents(documents: Collection[str]) -> Iterator[_Entry]:
    for name, title in (*DOCUMENTS, *CONTRIBUTING):
        if name in documents:
            yield title, f"{name}.html", ""
