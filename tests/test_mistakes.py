"""Mistakes as beginners make them: each is told once, at its place, with a way to mend it."""

import json
from collections import Counter

import pytest

from golden import files
from milepost.canonical import encode
from milepost.loading import checked_tree
from milepost.reading.tree import Memory
from milepost.reports.text_report import block
from planted import MISTAKES, ROOT, SCHEMAS, Mistake


def title_of(mistake: Mistake) -> str:
    return f"{mistake.family}: {mistake.title}"


@pytest.mark.parametrize("mistake", MISTAKES, ids=title_of)
def test_a_mistake_is_told_once_in_these_words(mistake: Mistake) -> None:
    found = mistake.findings()

    assert mistake.output == "".join(map(block, found))
    assert 1 == len(found)
    assert found[0].hint


@pytest.mark.parametrize("mistake", MISTAKES, ids=title_of)
def test_the_file_is_as_sound_as_the_rest_before_the_mistake(mistake: Mistake) -> None:
    assert files().items() <= mistake.before().items()
    assert mistake.before() != mistake.after()


def test_no_mistake_is_planted_twice() -> None:
    assert [] == [title for title, times in Counter(map(title_of, MISTAKES)).items() if times > 1]


def test_there_are_mistakes_of_every_family() -> None:
    families = Counter(mistake.family for mistake in MISTAKES)

    assert {
        "dates",
        "evidence",
        "files",
        "json-slips",
        "names",
        "published",
        "references",
        "shapes",
        "sources",
    } == set(families)
    assert all(number >= 7 for number in families.values())


def test_a_record_of_thousands_of_slips_is_judged_all_the_same() -> None:
    path = "dataset/milestones/jpn-khm/2013-strategic-partnership.json"
    body = json.loads(files()[path])
    body["evidence"][0]["says"] |= {f"/stages/s{at}/date": "2013" for at in range(5_000)}
    tree = Memory({**files(), path: encode(body)})
    found = checked_tree(ROOT, tree, SCHEMAS).findings

    assert 5_000 == len(found)
    assert {"EVD-003"} == {each.rule for each in found}


def test_no_message_repeats_a_password() -> None:
    told = "".join(mistake.output for mistake in MISTAKES)

    assert "hunter2" not in told
    assert "0a1b2c3d" not in told


def test_every_line_can_be_seen_whole() -> None:
    assert [] == [
        m.title for m in MISTAKES for line in m.output.splitlines() if not line.isprintable()
    ]
