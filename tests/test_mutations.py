"""Damaged records: two schema engines give one verdict, and the check ends in findings."""

import os
import random
from collections import Counter
from functools import cache
from typing import Any, Final, NamedTuple

import jsonschema_rs
import pytest
from jsonschema import Draft202012Validator, FormatChecker

from bench.generator.folder import dataset_files
from bench.measures.bundle import bundles
from examples import ROOT, SCHEMAS
from milepost.kinds import kind_of
from milepost.loading import checked_tree
from milepost.model import Finding
from milepost.reading.tree import Folder, Memory
from mutations import DAMAGES, Mutation, mutated

# What one run tries; docs/numbers.md says how many more were tried once.
NUMBER: Final = int(os.environ.get("MILEPOST_MUTATIONS", "1000"))
_AT_ONCE: Final = 200
BATCHES: Final = range(-(-NUMBER // _AT_ONCE))
# The reference checks web addresses and times with further packages alone.
_FORMATS: Final = FormatChecker(formats=["date"])


class Care(NamedTuple):
    """What the schemas do beyond the bare minimum, each for the sake of one engine."""

    guards_ends: bool = True
    spells_days: bool = True
    checks_addresses: bool = True


AS_THEY_ARE: Final = Care()
BARE: Final = Care(guards_ends=False, spells_days=False)
# Why the engines differ on bare schemas, and the change to the schemas by which they agree.
EXPLANATIONS: Final = {
    "the `$` of Python matches before a final newline": BARE._replace(guards_ends=True),
    "the fast engine takes a slash for a digit of a day": BARE._replace(spells_days=True),
    "the reference checks no web address": BARE._replace(checks_addresses=False),
}


class Verdicts(NamedTuple):
    """What the reference and the fast engine say of one damaged record."""

    mutation: Mutation
    reference: bool
    fast: bool


@cache
def datasets() -> tuple[dict[str, bytes], ...]:
    """Return the files of the real dataset and of a generated one."""
    real = {path: raw for path, raw in Folder(ROOT).files() if isinstance(raw, bytes)}
    return real, dict(dataset_files(100, 1953, Folder(ROOT), SCHEMAS))


@cache
def batch(number: int) -> tuple[Mutation, ...]:
    """Return damages to as many files of one of the datasets, never two to one file."""
    chance = random.Random(number)  # noqa: S311 -- the same damage in every run, not a secret
    files = datasets()[number % 2]
    paths = chance.sample(sorted(files), _AT_ONCE)
    turns = enumerate(paths, number * _AT_ONCE)
    return tuple(mutated(chance, t, path, str(kind_of(path)), files[path]) for t, path in turns)


@cache
def engines(care: Care) -> dict[str, tuple[Draft202012Validator, Any]]:
    """Return the reference and the fast engine of each kind, for schemas with so much care."""
    found = {}
    for kind, schema in bundles(ROOT, guarded=care.guards_ends).items():
        spelt = _without(schema, care)
        reference = Draft202012Validator(spelt, format_checker=_FORMATS)
        found[kind] = reference, jsonschema_rs.Draft202012Validator(spelt, validate_formats=True)
    return found


def _without(value: Any, care: Care) -> Any:
    """Return a schema without the pattern of days, and the format of addresses, as care asks."""
    if isinstance(value, list):
        return [_without(inner, care) for inner in value]
    if not isinstance(value, dict):
        return value
    dropped = {
        *({"pattern"} if value.get("format") == "date" and not care.spells_days else ()),
        *({"format"} if value.get("format") == "uri" and not care.checks_addresses else ()),
    }
    return {name: _without(inner, care) for name, inner in value.items() if name not in dropped}


def verdicts_on(mutation: Mutation, care: Care) -> Verdicts:
    reference, fast = engines(care)[mutation.kind]
    return Verdicts(mutation, reference.is_valid(mutation.body), fast.is_valid(mutation.body))


@cache
def verdicts(care: Care) -> tuple[Verdicts, ...]:
    return tuple(verdicts_on(mutation, care) for number in BATCHES for mutation in batch(number))


def differences(care: Care) -> list[Verdicts]:
    return [found for found in verdicts(care) if found.reference != found.fast]


def explanations(found: Verdicts) -> list[str]:
    """Return why two engines differ on a record: the changes to the schemas that end it."""
    again = {why: verdicts_on(found.mutation, care) for why, care in EXPLANATIONS.items()}
    return [why for why, verdicts in again.items() if verdicts.reference == verdicts.fast]


def test_every_way_to_damage_a_record_is_tried_and_most_records_are_refused() -> None:
    tried = Counter(found.mutation.damage for found in verdicts(AS_THEY_ARE))
    refused = [found for found in verdicts(AS_THEY_ARE) if not found.fast]

    assert {damage.name for damage in DAMAGES} == set(tried)
    assert NUMBER / 2 < len(refused) < NUMBER


def test_the_check_uses_the_fast_engine_on_the_schemas_as_they_are() -> None:
    used = [SCHEMAS.is_valid(v.mutation.kind, v.mutation.body) for v in verdicts(AS_THEY_ARE)]

    assert [found.fast for found in verdicts(AS_THEY_ARE)] == used


def test_the_engines_differ_only_where_the_reference_checks_no_web_address() -> None:
    found = {why for difference in differences(AS_THEY_ARE) for why in explanations(difference)}
    too_easy = [v.mutation for v in differences(AS_THEY_ARE) if v.fast]

    assert {"the reference checks no web address"} == found
    assert [] == too_easy


def test_on_bare_schemas_every_difference_has_one_explanation() -> None:
    found = [explanations(difference) for difference in differences(BARE)]

    assert set(EXPLANATIONS) == {why for one in found for why in one}
    assert [] == [one for one in found if len(one) != 1]


def test_on_bare_schemas_each_engine_is_too_easy_in_a_way_of_its_own() -> None:
    newline, slash, address = EXPLANATIONS
    easy = {(*explanations(found), found.fast) for found in differences(BARE)}

    assert {(newline, False), (slash, True), (address, False)} == easy


@cache
def findings(number: int) -> tuple[Finding, ...]:
    """Return the findings of a whole dataset with a batch of its files damaged."""
    damaged = {mutation.path: mutation.raw() for mutation in batch(number)}
    tree = Memory({**datasets()[number % 2], **damaged})
    return checked_tree(ROOT, tree, SCHEMAS).findings


@pytest.mark.parametrize("number", BATCHES)
def test_a_check_of_damaged_records_has_a_finding_in_each_that_is_refused(number: int) -> None:
    refused = {m.path for m in batch(number) if not SCHEMAS.is_valid(m.kind, m.body)}

    assert set() == refused - {finding.path for finding in findings(number)}


@pytest.mark.parametrize("number", BATCHES)
def test_a_finding_in_a_damaged_record_names_a_place_in_it(number: int) -> None:
    lines = {m.path: m.raw().decode().splitlines() for m in batch(number)}
    known = [finding for finding in findings(number) if finding.path in lines]
    outside = [f for f in known if not 0 < f.column <= len(lines[f.path][f.line - 1]) + 1]

    assert len(known) > 0
    assert [] == outside
