"""The catalogue closes on itself: every rule is told, tried on both sides, and explained."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from examples import BASE, EXAMPLES, FOLDER, ROOT, SCHEMAS
from milepost.check import check
from milepost.cli import main
from milepost.conformance.example import findings_of, simplest, tree_of
from milepost.evidence.derivations import INPUTS
from milepost.evidence.derivations import RULES as DERIVATIONS
from milepost.loading import checked
from milepost.reading.example_files import example_rules
from milepost.reports.text_report import block
from milepost.rules.catalogue import BY_ID, EXPLAINED, RULES
from milepost.rules.registry import RETIRED, Rule, described
from milepost.schema.breaches import RULES as BY_KEYWORD
from milepost.schema.documents import subschemas

IDS = sorted(BY_ID)


def the_rule(identifier: str) -> Rule:
    return BY_ID[identifier]


@pytest.mark.parametrize("rule", EXPLAINED, ids=lambda rule: str(rule.id))
def test_a_rule_is_told_in_three_parts(rule: Rule) -> None:
    for part in (rule.truth, rule.reason, rule.mend):
        assert re.fullmatch(r"[A-Z`].*\.", part)


def test_a_docstring_of_two_parts_makes_no_rule() -> None:
    def lonely() -> None:
        """It is so.

        Because it is.
        """

    with pytest.raises(ValueError, match="not enough values"):
        described("ABC-001", "text")(lonely)


def test_no_two_rules_share_an_id_or_a_name() -> None:
    assert len(RULES) == len(BY_ID)
    assert len(EXPLAINED) == len({r.id for r in EXPLAINED}) == len({r.name for r in EXPLAINED})


def test_an_id_is_a_family_and_a_number() -> None:
    assert [] == [rule for rule in IDS if not re.fullmatch(r"[A-Z]{3}-[0-9]{3}", rule)]


def test_a_retired_id_does_not_come_back() -> None:
    assert set() == RETIRED & {*IDS, *example_rules(FOLDER)}


def test_an_id_that_is_gone_is_retired() -> None:
    ever = {*IDS, *RETIRED}
    numbers = {
        family: max(int(rule[4:]) for rule in ever if rule[:3] == family)
        for family in {rule[:3] for rule in ever}
    }
    expected = {
        f"{family}-{number:03}" for family, last in numbers.items() for number in range(1, last + 1)
    }

    assert expected == ever


def test_every_folder_of_examples_belongs_to_a_rule() -> None:
    assert IDS == example_rules(FOLDER)


@pytest.mark.parametrize("rule", IDS)
def test_a_rule_has_examples_on_both_sides(rule: str) -> None:
    sides = {example.is_valid for example in EXAMPLES if example.rule == rule}

    assert {True, False} == sides


def broken_keywords() -> set[str]:
    """Return the schema keywords that the invalid examples of SCH break."""
    found = set()
    for example in EXAMPLES:
        if example.rule.startswith("SCH") and not example.is_valid:
            outcome = check(tree_of(example, BASE, SCHEMAS), SCHEMAS)
            for path, body in outcome.unsound.items():
                kind = BY_FOLDER_OF[path.split("/")[1]]
                found |= {error.keyword for error in SCHEMAS.errors(kind, body)}
    return found


BY_FOLDER_OF = {
    "milestones": "milestone",
    "places": "place",
    "relationships": "relationship",
    "sources": "source",
}


# Keywords that refuse nothing by themselves.
SILENT = {"$schema", "$defs", "$ref", "title", "description", "examples", "properties", "items"}
SILENT |= {"patternProperties", "$comment"}


def used_keywords(document: Mapping[str, Any]) -> set[str]:
    """Return the keywords by which a schema document may refuse a value."""
    schemas = [document, *(schema for _, schema in subschemas(document))]
    return {word for schema in schemas for word in schema if not word.startswith("x-")} - SILENT


def test_every_keyword_with_a_rule_is_broken_by_an_example() -> None:
    assert set(BY_KEYWORD) == broken_keywords()


def test_every_keyword_of_the_schemas_has_a_rule() -> None:
    assert set(BY_KEYWORD) == set().union(*map(used_keywords, SCHEMAS.documents.values()))


def test_the_vocabulary_names_the_inputs_that_the_rules_of_derivation_take() -> None:
    terms = checked(ROOT).view.terms["derivation-rule"]

    assert set(DERIVATIONS) == set(INPUTS) == set(terms)
    assert {name: set(inputs) for name, inputs in INPUTS.items()} == {
        name: set(term["inputs"]) for name, term in terms.items()
    }


@pytest.mark.parametrize("identifier", IDS)
def test_explain_shows_an_example_of_each_side(
    identifier: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["explain", identifier, "--root", str(ROOT)]) == 0
    told = " ".join(capsys.readouterr().out.split())
    examples = [example for example in EXAMPLES if example.rule == identifier]
    broken, kept = simplest(examples, valid=False), simplest(examples, valid=True)
    rule = the_rule(identifier)

    assert told.startswith(f"{rule.id} {rule.name} ({rule.severity}) {rule.truth} Why: ")
    assert f"To put it right: {rule.mend} Breaks it: {broken.about} " in told
    assert f" Keeps it: {kept.about} " in told
    for finding in findings_of(broken, BASE, SCHEMAS):
        assert " ".join(block(finding).split()) in told


def test_explain_takes_the_name_of_a_rule(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "text-is-json", "--root", str(ROOT)]) == 0
    assert capsys.readouterr().out.startswith("JSN-001 text_is_json (error)\n")


def test_explain_of_an_unknown_rule_asks_what_was_meant(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "JSN-0001", "--root", str(ROOT)]) == 2
    assert (
        'milepost: there is no rule JSN-0001; did you mean "JSN-001"?\n' == capsys.readouterr().err
    )


def test_explain_without_a_rule_lists_all(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [f"{rule.id} {rule.truth}" for rule in EXPLAINED] == lines


def test_explain_says_where_the_examples_are_when_they_are_not_installed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "dataset").mkdir()
    (tmp_path / "dataset" / "dataset.json").write_text("{}", "utf-8")

    assert main(["explain", "JSN-001", "--root", str(tmp_path)]) == 0
    assert "The examples are not part of this installation" in capsys.readouterr().out
