"""Agreement: claims counted by how they stand to what is published."""

from milepost.derive.agreement import Agreement, agreement_of
from milepost.site.at_a_glance import agreement_words, glance
from milepost.site.phrase import plain
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


def test_claims_in_an_open_dispute_are_not_counted_as_support() -> None:
    still = [
        statement
        for record in the_site().chronology("jpn-khm")
        for statement in the_site().statements(record)
        if statement.outcome == "open"
    ]
    told = {fact.name: plain(fact.value) for fact in glance(the_site(), "jpn-khm")}

    assert 1 < len(still)
    assert f"; {len(still)} are in open disputes; " in told["Agreement"]
    assert told["Recorded"].endswith(" of them open")


def test_one_claim_has_a_verb_of_its_own() -> None:
    told = (
        "1 of 4 claims supports what is published; 1 agrees and is less exact; "
        "1 is in an open dispute; 1 tells of what is not published."
    )

    assert told == agreement_words(Agreement(1, 1, 0, 1, 1))
