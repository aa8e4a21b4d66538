"""The status of a relationship, now and through time, and what was looked for."""

from collections.abc import Iterator

from milepost.derive.grounds import supporting_sources
from milepost.derive.labels import government_label, text_in
from milepost.derive.status import Interval, Opening, first_relations, status_on
from milepost.site.addressing import TRACKS
from milepost.site.naming import actor_link, link_to, term_link
from milepost.site.phrase import Phrase, Text, listed, plain, text_of
from milepost.site.site import Site
from milepost.site.tables import Table, without_empty_columns
from milepost.site.wording import bound_words, date_words, source_phrase

# How many sources of a level are named beside it.
FEW = 3


def present(site: Site, dyad: str) -> list[tuple[Interval, str]]:
    """Return the levels that are open on the day of the site, and how sure that is."""
    found = status_on(site.intervals(dyad), site.day)
    return [(interval, str(certainty)) for interval, certainty in found]


def present_phrase(site: Site, interval: Interval, certainty: str) -> Phrase:
    """Return a level that is open, since when, and how sure that is, as of the site's day."""
    opening = interval.opening
    level = term_link(site, "status-level", opening.level)
    doubt = "" if certainty == "certain" else " (possible: the date leaves it open)"
    return (level, " ", bound_words("since", opening.date), doubt)


def track_name(site: Site, opening: Opening) -> str:
    """Return what a track is called, and whose missions or government it is about, if any one's."""
    name = TRACKS[opening.track]
    name = name[0].upper() + name[1:]
    if opening.of:
        link = actor_link(site, opening.of)
        of = link if isinstance(link, str) else link.text
        name += f", by {of} alone" if opening.track == "partnership" else f" of {of}"
    if opening.government:
        parties = opening.milestone.body["relationships"][0].split("-")
        name += f" ({government_label(site.dataset, parties, opening.government)})"
    return name


def status_table(site: Site, dyad: str) -> Table:
    """Return every level through time, with the milestone that opened it and who says so."""
    intervals = site.intervals(dyad)
    open_now = {key(interval.opening): sure for interval, sure in present(site, dyad)}
    rows = tuple(_interval(site, interval, open_now) for interval in intervals)
    columns = ("Track", "Level", "Since", "Until", "Opened by", "Says who")
    return without_empty_columns(Table("Status through time", columns, rows))


def key(opening: Opening) -> tuple[str, int]:
    """Return what tells an opening from every other: its milestone and its place there."""
    return opening.milestone.id, opening.position


def _interval(
    site: Site, interval: Interval, now: dict[tuple[str, int], str]
) -> tuple[Phrase, ...]:
    opening, closing = interval.opening, interval.closing
    return (
        (track_name(site, opening),),
        (term_link(site, "status-level", opening.level),),
        (date_words(opening.date),),
        (_until(closing, now.get(key(opening), "")),),
        (link_to(opening.milestone),),
        says_who(site, opening),
    )


def _until(closing: Opening | None, now: str) -> str:
    until = date_words(closing.date) if closing else "still open"
    return f"{until} (today possibly open)" if now == "possible" else until


def says_who(site: Site, opening: Opening) -> Phrase:
    """Return the first of the sources that support that a level began, or when."""
    slugs = supporting_sources(site.view, opening, site.statements(opening.milestone))
    shown = [source_phrase(site, slug) for slug in slugs[:FEW]]
    more = len(slugs) - len(shown)
    if more:
        # The page of the milestone lists them all.
        shown.append((f"and {more} other{'s' if more > 1 else ''}",))
    return listed(shown, "; ", "; ")


def coverage(site: Site, dyad: str) -> Iterator[Phrase]:
    """Yield each coverage statement in words: what was looked for, how, and how completely.

    The types are named without links, which would be dozens; the table of milestones has them.
    """
    for statement in site.dataset.of("relationship")[dyad].body["coverage"]:
        names = [_type_name(site, term) for term in statement.get("types", ())]
        types = listed([(name,) for name in sorted(names, key=str.casefold)])
        yield (
            term_link(site, "coverage", statement["completeness"]),
            *((" for ", *types) if types else (" for every type",)),
            *_period(statement.get("from", ""), statement.get("to", "")),
            f", as of {date_words(statement['as_of'])}. " if "as_of" in statement else ". ",
            text_of(statement.get("method", {"en": ""})),
        )


def _type_name(site: Site, term: str) -> str:
    return plain((term_link(site, "milestone-type", term),))


def _period(start: str, end: str) -> Phrase:
    if start and end:
        return (", from ", date_words(start), " to ", date_words(end))
    if start:
        return (", from ", date_words(start))
    return (", until ", date_words(end)) if end else ()


def overview(site: Site) -> Table:
    """Return all relationships with their present status, one row a track."""
    rows = []
    for record in site.dataset.of("relationship").values():
        for interval, certainty in present(site, record.id):
            rows.append(
                (
                    (link_to(record),),
                    (track_name(site, interval.opening),),
                    (
                        *present_phrase(site, interval, certainty),
                        *_begun_before(site, record.id, interval.opening),
                    ),
                    says_who(site, interval.opening),
                )
            )
    columns = ("Relationship", "Track", f"Status on {date_words(site.as_of)}", "Says who")
    return Table("Relationships with their present status", columns, tuple(rows))


def _begun_before(site: Site, dyad: str, opening: Opening) -> Phrase:
    """Return when relations were first begun, where those of today are not the first."""
    first = first_relations(site.intervals(dyad))
    if first is None or opening.track != first.track or opening.milestone == first.milestone:
        return ()
    return (f"; first begun {date_words(first.date)}",)


def summary(site: Site, dyad: str) -> Text:
    """Return the editors' summary of a relationship, empty where there is none."""
    return Text(text_in(site.dataset.of("relationship")[dyad].body.get("summary", {})))
