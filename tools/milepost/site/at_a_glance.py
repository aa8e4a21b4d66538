"""A relationship at a glance: since when, at which level now, what comes next, how sure it is."""

from collections.abc import Iterator

from milepost.derive.agreement import Agreement, agreement_of
from milepost.derive.anniversaries import Anniversary, next_anniversary
from milepost.derive.status import first_relations
from milepost.model import Body
from milepost.site.anniversary_tables import ordinal
from milepost.site.disputes import disputes
from milepost.site.naming import link_to, record_link, titles
from milepost.site.page_names import sources_page
from milepost.site.phrase import Link, Phrase, Text, listed
from milepost.site.relationship import present, present_phrase, track_name
from milepost.site.relationship_sources import sources_of
from milepost.site.site import Site
from milepost.site.tables import Fact
from milepost.site.wording import date_words


def glance(site: Site, dyad: str) -> tuple[Fact, ...]:
    """Return the short facts of a relationship, as of the day of the site."""
    body = site.dataset.of("relationship")[dyad].body
    parties = listed([(record_link(site, "party", party),) for party in body["parties"]])
    return (
        Fact("Parties", parties),
        *_names(body),
        *_first(site, dyad),
        *_now(site, dyad),
        *_coming(site, dyad),
        Fact("Recorded", _counts(site, dyad)),
        Fact("Agreement", (agreement_words(_agreement(site, dyad)),)),
    )


def _names(body: Body) -> Iterator[Fact]:
    others = [title for title in titles(body) if title.language != "en"]
    if others:
        told = [
            (Text(t.text, t.language), " (editors’ translation)" if t.translated else "")
            for t in others
        ]
        yield Fact("In other languages", listed(told, ", ", ", "))


def _first(site: Site, dyad: str) -> Iterator[Fact]:
    opening = first_relations(site.intervals(dyad))
    if opening:
        yield Fact("First relations", (f"{date_words(opening.date)}: ", link_to(opening.milestone)))


def _now(site: Site, dyad: str) -> Iterator[Fact]:
    for interval, certainty in present(site, dyad):
        name = track_name(site, interval.opening)
        yield Fact(name, present_phrase(site, interval, certainty))


def _coming(site: Site, dyad: str) -> Iterator[Fact]:
    opening = first_relations(site.intervals(dyad))
    of_relations = next_anniversary([opening.milestone], site.as_of) if opening else None
    if of_relations:
        yield Fact("Next anniversary of relations", _anniversary(of_relations))
    coming = next_anniversary(site.chronology(dyad), site.as_of, round_only=True)
    if coming:
        yield Fact("Next round anniversary", _anniversary(coming))


def _anniversary(one: Anniversary) -> Phrase:
    day = date_words(one.date)
    return (f"{day}: the {ordinal(one.years)} of ", link_to(one.milestone))


def _counts(site: Site, dyad: str) -> Phrase:
    milestones = site.chronology(dyad)
    found = [dispute for record in milestones for dispute in disputes(site, record)]
    still = sum(dispute.is_open for dispute in found)
    return (
        f"{_number(len(milestones), 'milestone')}, ",
        Link(sources_page(dyad), _number(len(sources_of(site, dyad)), "source")),
        f", {_number(len(found), 'dispute')}{f', {still:,} of them open' if still else ''}",
    )


def _agreement(site: Site, dyad: str) -> Agreement:
    records = site.chronology(dyad)
    return agreement_of(statement for record in records for statement in site.statements(record))


def agreement_words(agreement: Agreement) -> str:
    """Return how far the claims about a relationship agree, in one sentence."""
    others = (
        (agreement.coarser, "agrees and is less exact", "agree and are less exact"),
        (agreement.disputing, "disputes it, settled", "dispute it, settled"),
        (agreement.left_open, "is in an open dispute", "are in open disputes"),
        (agreement.unpublished, "tells of what is not published", "tell of what is not published"),
    )
    first = "supports" if agreement.supporting == 1 else "support"
    of_all = f"{agreement.supporting:,} of {_number(agreement.claims, 'claim')} {first}"
    told = (f"{count:,} {one if count == 1 else many}" for count, one, many in others if count)
    return f"{'; '.join((f'{of_all} what is published', *told))}."


def _number(count: int, noun: str) -> str:
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"
