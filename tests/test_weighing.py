"""Claims against published values: support has a direction, and a dispute is between claims."""

from builders import a_milestone, a_value, an_entry, weighed
from milepost.evidence.comparers import Comparers, Tree, ancestors
from milepost.evidence.weighing import Weighing, Weight, weigh

AT = "/stages/signed/date"


def the_weight(weighing: Weighing) -> Weight:
    return weighing.weights[AT]


def relations(published: str, *said: str) -> list[str]:
    return [w.relation for w in the_weight(weighed(published, *said)).claims]


def test_the_same_value_supports() -> None:
    assert ["supports"] == relations("2013-12-15", "2013-12-15")


def test_a_finer_claim_supports_a_coarser_value() -> None:
    assert ["supports"] == relations("2013-12", "2013-12-15")


def test_a_coarser_claim_is_no_support() -> None:
    assert ["coarser"] == relations("2013-12-15", "2013")


def test_a_claim_with_nothing_in_common_disputes() -> None:
    assert ["disputes"] == relations("2013-12-15", "2014")


def test_a_year_between_the_members_of_a_set_disputes_it() -> None:
    assert ["supports", "disputes"] == relations("[1963,1966,1967]", "1966", "1964")


def test_an_approximate_claim_overlaps_a_year_further() -> None:
    assert ["coarser"] == relations("1964", "1963~")


def test_a_claim_that_is_no_date_is_unreadable() -> None:
    assert ["unreadable"] == relations("2013-12-15", "mid December")


def test_two_claims_dispute_each_other_under_a_value_that_covers_both() -> None:
    weight = the_weight(weighed("[1963,1966]", "1963", "1966"))

    assert (("source-a", "source-b"),) == weight.pairs
    assert weight.is_disputed


def test_claims_that_overlap_are_no_dispute() -> None:
    assert not the_weight(weighed("2013", "2013-12", "2013")).is_disputed


def test_a_quantity_of_fewer_digits_is_coarser() -> None:
    weight = the_weight(weighed("383.22E6 USD", "3.8E8 USD", "383.22E6 USD", compare="quantity"))

    assert ["coarser", "supports"] == [w.relation for w in weight.claims]


def test_a_place_within_another_supports_it() -> None:
    comparers = Comparers(Tree(ancestors({"riverbank": ["phnom-penh"], "phnom-penh": ["khm"]})), {})
    weight = the_weight(
        weighed("phnom-penh", "riverbank", "khm", "tokyo", comparers=comparers, compare="place")
    )

    assert ["supports", "coarser", "disputes"] == [w.relation for w in weight.claims]


def test_a_member_is_attested_by_any_claim_at_one_of_its_fields() -> None:
    assert "/stages/signed" in weighed("2013-12-15", "2013-12-15").attested


def test_a_claim_at_an_address_that_is_not_published_stands_elsewhere() -> None:
    body = a_milestone(an_entry(place="tokyo"))
    weighing = weigh(body, [a_value("2013-12-15")], Comparers(Tree({}), {}))

    assert ["elsewhere"] == [w.relation for w in weighing.weights["/stages/signed/place"].claims]
