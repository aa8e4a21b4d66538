"""Status: each level is open until the next on its track, with the doubt that the dates leave."""

from typing import Any

from builders import a_record
from milepost import edtf
from milepost.derive.status import intervals_of, status_on
from milepost.model import Dataset, Record


def an_upgrade(identifier: str, level: str, date: str, **effect: Any) -> Record:
    return a_record(
        {
            "id": identifier,
            "relationships": ["jpn-khm"],
            "stages": [{"stage": "in-effect", "date": date}],
            "effects": [{"track": "partnership", "level": level, **effect}],
        }
    )


def levels_on(date: str, *milestones: Record) -> list[tuple[str, str]]:
    dataset = Dataset({"milestone": {m.id: m for m in milestones}, "vocabulary": OVERLAYS})
    found = status_on(intervals_of(dataset, "jpn-khm"), edtf.parse(date))
    return [(interval.opening.level, certainty) for interval, certainty in found]


OVERLAYS = {
    "status-level": a_record(
        {"id": "status-level", "terms": [{"id": "shared-future", "overlay": True}]}, "vocabulary"
    )
}
FIRST = an_upgrade("mp-1", "strategic", "2013")
SECOND = an_upgrade("mp-2", "comprehensive", "2023")


def test_a_level_is_certain_after_the_last_day_on_which_it_may_have_begun() -> None:
    assert [("strategic", "certain")] == levels_on("2014", FIRST, SECOND)


def test_a_level_is_possible_while_it_may_or_may_not_have_begun() -> None:
    assert [("strategic", "possible")] == levels_on("2013-06", FIRST, SECOND)


def test_both_levels_are_possible_while_the_change_is_uncertain() -> None:
    assert [("strategic", "possible"), ("comprehensive", "possible")] == levels_on(
        "2023-06", FIRST, SECOND
    )


def test_nothing_is_open_before_the_first_level() -> None:
    assert [] == levels_on("2012", FIRST, SECOND)


def test_the_last_level_stays_open() -> None:
    assert [("comprehensive", "certain")] == levels_on("2030", FIRST, SECOND)


def test_an_overlay_closes_nothing_and_stays_open_beside_the_level() -> None:
    overlay = an_upgrade("mp-3", "shared-future", "2015")

    assert [("strategic", "certain"), ("shared-future", "certain")] == levels_on(
        "2020", FIRST, overlay, SECOND
    )


def test_an_effect_without_its_stage_opens_nothing() -> None:
    proposed = an_upgrade("mp-4", "comprehensive", "2016", at="proposed")

    assert [("strategic", "certain")] == levels_on("2020", FIRST, proposed)


def test_the_missions_of_the_two_parties_are_ladders_of_their_own() -> None:
    missions = a_record(
        {
            "id": "mp-5",
            "relationships": ["jpn-khm"],
            "stages": [{"stage": "opened", "date": "1957-01-01"}],
            "effects": [
                {"track": "missions", "of": side, "level": "embassy", "at": "opened"}
                for side in ("jpn", "khm")
            ],
        }
    )

    assert [("embassy", "certain"), ("embassy", "certain")] == levels_on("1960", missions)


def relations(identifier: str, level: str, date: str) -> Record:
    return an_upgrade(identifier, level, date, track="diplomatic")


def test_severed_relations_are_a_level_of_their_own_until_they_are_restored() -> None:
    told = (
        relations("mp-6", "relations", "1970"),
        relations("mp-7", "severed", "1975-04"),
        relations("mp-8", "relations", "1997-10-30"),
    )

    assert [("relations", "certain")] == levels_on("1974", *told)
    assert [("severed", "certain")] == levels_on("1980", *told)
    assert [("relations", "certain")] == levels_on("1998", *told)


def test_a_break_leaves_the_partnership_as_it_was() -> None:
    severed = relations("mp-7", "severed", "2020")

    assert {("strategic", "certain"), ("severed", "certain")} == {
        *levels_on("2021", FIRST, severed)
    }


def a_level(identifier: str, level: str, date: str, government: str = "") -> Record:
    alone = {"as": government} if government else {}
    return a_record(
        {
            "id": identifier,
            "relationships": ["khm-vnm"],
            "stages": [{"stage": "in-effect", "date": date}],
            "effects": [{"track": "diplomatic", "level": level, **alone}],
        }
    )


RIVALS = (
    a_level("mp-1", "relations", "1967"),
    a_level("mp-2", "suspended", "1977", "democratic-kampuchea"),
    a_level("mp-3", "relations", "1979", "people-s-republic"),
    a_level("mp-4", "relations", "1993"),
)


def lines_on(date: str, *milestones: Record) -> list[tuple[str, str]]:
    dataset = Dataset({"milestone": {m.id: m for m in milestones}, "vocabulary": OVERLAYS})
    found = status_on(intervals_of(dataset, "khm-vnm"), edtf.parse(date))
    return [(interval.opening.level, interval.opening.government) for interval, _ in found]


def test_the_first_level_of_a_government_ends_that_of_the_whole_state() -> None:
    assert [("suspended", "democratic-kampuchea")] == lines_on("1978", *RIVALS)


def test_a_level_of_one_government_leaves_those_of_its_rival_open() -> None:
    assert [
        ("suspended", "democratic-kampuchea"),
        ("relations", "people-s-republic"),
    ] == lines_on("1985", *RIVALS)


def test_a_level_of_the_whole_state_ends_those_of_its_governments() -> None:
    assert [("relations", "")] == lines_on("1994", *RIVALS)


def test_a_government_of_the_one_state_and_one_of_the_other_may_have_levels_at_once() -> None:
    saigon = a_level("mp-5", "severed", "1963", "republic-of-viet-nam")
    hanoi = a_level("mp-6", "relations", "1967", "democratic-republic-of-viet-nam")

    assert [
        ("severed", "republic-of-viet-nam"),
        ("relations", "democratic-republic-of-viet-nam"),
    ] == lines_on("1970", saigon, hanoi)


def test_a_name_of_one_side_alone_ends_with_a_common_one() -> None:
    alone = an_upgrade("mp-5", "partnership", "2002", of="khm")

    assert [("partnership", "certain")] == levels_on("2010", alone, FIRST, SECOND)
    assert [("strategic", "certain")] == levels_on("2015", alone, FIRST, SECOND)


def test_a_name_of_one_side_alone_ends_no_common_one() -> None:
    alone = an_upgrade("mp-5", "wonderful", "2015", of="khm")

    assert [("strategic", "certain"), ("wonderful", "certain")] == levels_on("2020", FIRST, alone)
