"""Witnesses: documents that go back to one root are one witness."""

from typing import Any

from builders import a_milestone, a_record
from milepost.evidence.witnesses import independent_sources, is_one_sided, roots_of_source
from milepost.model import Dataset


def a_source(slug: str, *derived_from: str, stake: tuple[str, ...] = ()) -> Any:
    body: dict[str, Any] = {"id": slug, "derived_from": list(derived_from), "stake": list(stake)}
    return a_record(body, "source")


DATASET = Dataset(
    {
        "source": {
            source.id: source
            for source in (
                a_source("agency", stake=("khm",)),
                a_source("copy", "agency", stake=("khm",)),
                a_source("copy-of-copy", "copy", stake=("khm",)),
                a_source("paper"),
                a_source("digest", "agency", "paper"),
                a_source("ring-a", "ring-b"),
                a_source("ring-b", "ring-a"),
            )
        }
    }
)


def an_entry(source: str, who: str = "", party: str = "") -> dict[str, Any]:
    speaker = {"who": who, **({"for": party} if party else {})}
    return {"id": f"{source}-{who}", "source": source, **({"speaker": speaker} if who else {})}


def count(*entries: dict[str, Any]) -> int:
    return independent_sources(DATASET, a_record(a_milestone(*entries)))


def test_a_copy_of_a_copy_goes_back_to_the_agency() -> None:
    assert frozenset({"agency"}) == roots_of_source(DATASET, "copy-of-copy")


def test_two_copies_of_one_report_are_one_witness() -> None:
    assert 1 == count(an_entry("copy"), an_entry("copy-of-copy"))


def test_two_papers_are_two_witnesses() -> None:
    assert 2 == count(an_entry("agency"), an_entry("paper"))


def test_a_digest_of_two_reports_makes_them_one_witness() -> None:
    assert 1 == count(an_entry("agency"), an_entry("paper"), an_entry("digest"))


def test_two_speakers_in_one_article_are_two_witnesses() -> None:
    assert 2 == count(an_entry("paper", "governor"), an_entry("paper", "ambassador"))


def test_one_speaker_in_two_papers_is_one_witness() -> None:
    assert 1 == count(an_entry("paper", "governor"), an_entry("agency", "governor"))


def test_sources_in_a_ring_come_to_an_end() -> None:
    assert frozenset() == roots_of_source(DATASET, "ring-a")


def test_what_only_one_side_says_is_one_sided() -> None:
    entries = [an_entry("agency"), an_entry("paper", "governor", "khm")]

    assert is_one_sided(DATASET, entries)


def test_what_a_third_party_says_too_is_not_one_sided() -> None:
    entries = [an_entry("agency"), an_entry("paper")]

    assert not is_one_sided(DATASET, entries)
