"""`milepost cite` and the CITATION.cff of the root."""

import json
from pathlib import Path

import pytest

from milepost.canonical import encode
from milepost.cli import main
from milepost.provenance.swhid import content_id
from milepost.release.citation.cff import as_cff
from releases import EDITION, META, MOMENT, ROOT, a_copy_of_the_root, the_release


@pytest.fixture(autouse=True)
def _a_moment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(MOMENT))


def told(capsys: pytest.CaptureFixture[str], *words: str, root: Path = ROOT) -> tuple[int, str]:
    """Return the exit code of `milepost cite`, and what it printed to either stream."""
    code = main(["cite", "--root", str(root), *words])
    printed = capsys.readouterr()
    return code, printed.out + printed.err


def test_the_plain_citation_is_the_default(capsys: pytest.CaptureFixture[str]) -> None:
    code, text = told(capsys, "mp-bqdztmr")
    assert 0 == code
    assert text.startswith(
        "The Milepost editors (2026). Upgrade to a comprehensive strategic partnership "
        "(mp-bqdztmr). In: Milepost: relations between states, with the evidence. Version 0.1.0"
    )
    record = the_release().dataset.of("milestone")["mp-bqdztmr"]
    assert text.endswith(f". Data set. Licence CC-BY-4.0. {content_id(encode(record.body))}\n")


@pytest.mark.parametrize("name", ["dataset", "jpn-khm", "mp-bqdztmr", "hun-sen", "status-level"])
@pytest.mark.parametrize("style", ["text", "apa", "chicago", "bibtex", "ris", "csl"])
def test_everything_can_be_cited_in_every_style(
    name: str, style: str, capsys: pytest.CaptureFixture[str]
) -> None:
    code, text = told(capsys, name, "--style", style)
    assert 0 == code
    assert "2026" in text


def test_an_unknown_id_ends_with_2_and_the_nearest_one(capsys: pytest.CaptureFixture[str]) -> None:
    expected = "milepost: there is no record 'mp-bqdztmq'; did you mean \"mp-bqdztmr\"?\n"
    assert (2, expected) == told(capsys, "mp-bqdztmq")


def test_an_id_like_no_other_ends_with_2_and_a_way_out(capsys: pytest.CaptureFixture[str]) -> None:
    code, text = told(capsys, "☃")
    assert 2 == code
    assert "`milepost cite dataset` cites the whole" in text


def test_the_fate_of_a_withdrawn_record_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = a_copy_of_the_root(tmp_path)
    tombstone = {
        "$schema": "../../schema/v1/tombstone.schema.json",
        "id": "kumamoto-city",
        "kind": "place",
        "fate": "merged",
        "targets": ["kumamoto"],
        "reason": {"en": "It was the same place."},
        "since": "0.2.0",
        "last_in": "0.1.0",
    }
    (root / "dataset/withdrawn").mkdir()
    (root / "dataset/withdrawn/kumamoto-city.json").write_bytes(encode(tombstone))
    expected = (
        "milepost: kumamoto-city was merged in version 0.2.0: It was the same place. "
        "Cite kumamoto\n"
    )
    assert (2, expected) == told(capsys, "kumamoto-city", root=root)


def test_citation_cff_of_the_root_is_what_the_program_writes(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert (0, (ROOT / "CITATION.cff").read_text("utf-8")) == told(
        capsys, "dataset", "--style", "cff"
    )


def test_cff_cites_the_dataset_alone(capsys: pytest.CaptureFixture[str]) -> None:
    code, text = told(capsys, "mp-bqdztmr", "--style", "cff")
    assert 2 == code
    assert "`milepost cite dataset --style cff`" in text


def test_citation_cff_of_a_published_version_adds_its_day_and_commit() -> None:
    root = (ROOT / "CITATION.cff").read_text("utf-8").splitlines()
    released = as_cff(the_release().dataset.meta, EDITION).decode().splitlines()
    added = ['date-released: "2026-05-28"', f'commit: "{EDITION.commit}"']
    assert added == [line for line in released if line not in root]
    assert [] == [line for line in root if line not in released]


def test_citation_cff_quotes_what_yaml_would_read_otherwise() -> None:
    title = 'Yes: a "b" \\ #c\u2028\u0085'
    lines = as_cff({**META, "title": {"en": title}}).decode().splitlines()
    assert r'title: "Yes: a \"b\" \\ #c\u2028\u0085"' in lines
    quoted = next(line for line in lines if line.startswith("title: "))
    assert title == json.loads(quoted.removeprefix("title: "))


def test_citation_cff_has_the_address_where_there_is_one() -> None:
    lines = as_cff({**META, "base_url": "https://data.example"}).decode().splitlines()
    assert 'url: "https://data.example"' in lines
