"""What `milepost show` tells of a record beside its evidence: its facts, and what names it."""

from collections.abc import Iterator

from milepost.derive.chronology import in_order
from milepost.derive.labels import text_in
from milepost.model import Record
from milepost.site.naming import label, titles
from milepost.site.pages.named import facts_of
from milepost.site.pages.source import facts_of_source
from milepost.site.phrase import plain
from milepost.site.site import Site
from milepost.site.wording import headline_phrase


def facts(site: Site, record: Record) -> Iterator[str]:
    """Yield a line for each other name and each fact of whatever has a page of facts."""
    if record.kind == "milestone":
        return
    names = [f"{title.text} ({title.language})" for title in titles(record.body)]
    if names[1:]:
        yield f"in other languages: {', '.join(names[1:])}"
    told = facts_of_source if record.kind == "source" else facts_of
    for fact in told(site, record):
        yield f"{_uncapitalized(fact.name)}: {plain(fact.value)}"
    for url in record.body.get("urls", ()):
        yield f"address: {url['url']}"
    for term in record.body.get("terms", ()):
        yield f"  {term['id']}: {text_in(term['label'])}"


def naming(site: Site, record: Record) -> Iterator[str]:
    """Yield a line for each milestone that names a record or rests on it, by date."""
    found = site.graph.records_naming(record, "milestone") if record.kind != "milestone" else []
    if found:
        yield ""
        yield "in 1 milestone:" if len(found) == 1 else f"in {len(found):,} milestones:"
    for milestone in in_order(found):
        date = plain(headline_phrase(milestone))
        yield f"  {milestone.id} {label(milestone).text}, {date}"


def _uncapitalized(name: str) -> str:
    """Return a name with a small first letter, unless it is an abbreviation or a proper name."""
    return name if name == "Wikidata" or name[1].isupper() else f"{name[0].lower()}{name[1:]}"
