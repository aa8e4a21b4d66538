"""Agreement: claims counted by how they stand to what is published."""

from milepost.derive.agreement import Agreement, agreement_of
from sites import the_site, the_small_site


def test_the_claims_of_two_articles_are_counted_by_their_standing() -> None:
    site = the_small_site()
    told = [s for record in site.chronology("jpn-khm") for s in site.statements(record)]

    assert Agreement(110, 4, 1, 0, 0) == agreement_of(told)


def test_each_claim_is_counted_once() -> None:
    site = the_site()
    told = [s for record in site.chronology("jpn-khm") for s in site.statements(record)]

    assert len(told) == agreement_of(told).claims


def test_without_claims_there_is_nothing_to_count() -> None:
    assert Agreement(0, 0, 0, 0, 0) == agreement_of([])
