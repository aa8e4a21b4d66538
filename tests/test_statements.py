"""Statements: every claim stays on show, with how it was settled and its rank."""

from typing import Any

from builders import a_milestone, a_record, an_entry
from milepost.evidence.statements import Statement, statements
from milepost.model import Dataset
from milepost.rules.view import View
from seeds import SCHEMAS

AT = "/stages/signed/date"


def a_group(*over: str, **more: str) -> dict[str, Any]:
    return {"over": list(over), "rule": "editorial-judgement", **more}


def told(date: str, *said: str, resolutions: Any = None, **more: Any) -> list[Statement]:
    entries = [an_entry(f"source-{'abc'[i]}", date=text) for i, text in enumerate(said)]
    body = a_milestone(*entries, date=date, resolutions=resolutions or {}, **more)
    return statements(a_record(body), View(Dataset(), SCHEMAS))


def shown(found: list[Statement]) -> list[tuple[str, str, str, str]]:
    return [(s.value, s.standing, s.rank, s.outcome) for s in found]


def test_an_undisputed_claim_is_normal() -> None:
    assert [("2013-12-15", "supports", "normal", "")] == shown(told("2013-12-15", "2013-12-15"))


def test_a_rejected_claim_is_deprecated_and_the_other_preferred() -> None:
    found = told("1953", "1953", "1957", resolutions={AT: [a_group("source-b")]})

    assert [
        ("1953", "supports", "preferred", ""),
        ("1957", "disputes", "deprecated", "rejected"),
    ] == shown(found)


def test_open_claims_are_all_normal() -> None:
    groups = {AT: [a_group("source-a", "source-b", outcome="open")]}

    assert [
        ("1963", "supports", "normal", "open"),
        ("1966", "supports", "normal", "open"),
    ] == shown(told("[1963,1966]", "1963", "1966", resolutions=groups))


def test_a_claim_without_a_home_is_deprecated() -> None:
    body = a_milestone(
        an_entry(date="2013-12-15"),
        an_entry("source-b", place="tokyo"),
        resolutions={"/stages/signed/place": [a_group("source-b", outcome="not-published")]},
    )
    found = statements(a_record(body), View(Dataset(), SCHEMAS))

    assert ("tokyo", "not-published", "deprecated", "not-published") == shown(found)[-1]


def test_a_claim_that_is_read_as_another_stage_is_shown_at_both_addresses() -> None:
    stages = [{"stage": "signed", "date": "2022-04-23"}, {"stage": "in-effect", "date": "2023"}]
    there = {**an_entry("source-b"), "says": {"/stages/in-effect/date": "2023"}}
    groups = {AT: [a_group("source-b", to="/stages/in-effect/date")]}
    body = a_milestone(an_entry(date="2022-04-23"), there, stages=stages, resolutions=groups)
    found = statements(a_record(body), View(Dataset(), SCHEMAS))

    assert [
        (AT, "2022-04-23", "supports"),
        (AT, "2023", "disputes"),
        ("/stages/in-effect/date", "2023", "supports"),
    ] == [(s.address, s.value, s.standing) for s in found]
