"""What the bench measures on: generated datasets that are valid and look like real ones."""

import re
from functools import cache

import pytest

from bench.generator.folder import dataset_files
from bench.generator.lexicon import SIZES, lexicon
from bench.generator.properties import Properties, properties_of
from examples import ROOT, SCHEMAS
from milepost.kinds import KINDS, kind_of
from milepost.loading import checked_tree
from milepost.reading.tree import Folder, Memory

SEED = 1953
NUMBER = 300


@cache
def files(number: int = NUMBER, seed: int = SEED) -> dict[str, bytes]:
    return dict(dataset_files(number, seed, Folder(ROOT), SCHEMAS))


def milestones(number: int = NUMBER) -> list[bytes]:
    return [raw for path, raw in files(number).items() if kind_of(path) == "milestone"]


@cache
def properties() -> Properties:
    return properties_of(milestones())


def test_a_generated_dataset_has_no_finding_and_not_even_a_warning() -> None:
    assert () == checked_tree(ROOT, Memory(files()), SCHEMAS).findings


@pytest.mark.parametrize("number", [1, 2, 11, 25])
def test_a_small_one_is_whole_too(number: int) -> None:
    assert () == checked_tree(ROOT, Memory(files(number)), SCHEMAS).findings
    assert number == len(milestones(number))


def test_the_same_seed_gives_the_same_bytes() -> None:
    again = dict(dataset_files(NUMBER, SEED, Folder(ROOT), SCHEMAS))

    assert list(files().items()) == list(again.items())


def test_another_seed_gives_other_milestones() -> None:
    assert set(milestones(25)).isdisjoint(
        raw for _, raw in dataset_files(25, SEED + 1, Folder(ROOT), SCHEMAS)
    )


def test_no_two_files_share_a_path() -> None:
    paths = [path for path, _ in dataset_files(NUMBER, SEED, Folder(ROOT), SCHEMAS)]

    assert len(files()) == len(paths)


def test_it_has_as_many_milestones_as_were_asked_for() -> None:
    assert NUMBER == properties().milestones


def test_a_milestone_is_as_large_as_a_real_one() -> None:
    assert properties().bytes >= 3_500


def test_a_milestone_has_as_many_dates_and_as_much_evidence_as_a_real_one() -> None:
    assert properties().dates >= 8
    assert properties().entries >= 4


def test_about_fifteen_in_a_hundred_are_disputed_and_settled_in_several_ways() -> None:
    assert 0.12 <= properties().disputed <= 0.2
    assert properties().ways_of_settling >= 5


def test_many_have_derivations() -> None:
    assert properties().derived >= 0.4


def test_it_is_written_in_three_scripts() -> None:
    assert ("Latin", "Katakana", "Han", "Khmer") == properties().scripts


def test_its_words_are_drawn_from_more_than_twenty_thousand() -> None:
    distinct = {language: len(set(lexicon(language).words)) for language in SIZES}

    assert SIZES == distinct
    assert SIZES["en"] >= 20_000


def test_frequent_words_are_drawn_far_more_often_than_rare_ones() -> None:
    spoken = re.findall(r"[a-z]+", " ".join(raw.decode().lower() for raw in milestones()))
    words = lexicon("en").words

    assert 50 * max(1, spoken.count(words[12_000])) < spoken.count(words[0])


def test_every_kind_that_can_be_invented_is_there() -> None:
    never = {"tombstone", "ledger"}

    assert {kind.name for kind in KINDS} - never == {kind_of(path) for path in files()}
