"""Every style of citation, for the dataset and for a record, with nothing made up."""

import json
from dataclasses import replace

import pytest

from builders import a_record
from milepost.release.citation.styles import STYLES
from milepost.release.citation.work import Work, dataset_swhid, dataset_work, record_work
from releases import EDITION, META, a_release_of

WHOLE = Work("The editors", 2026, "Milepost", "0.1.0", "CC-BY-4.0")
PART = replace(WHOLE, part="Upgrade of a “strategic” tie", identifier="mp-bqdztmr")


def test_the_plain_citation_of_the_dataset() -> None:
    expected = "The editors (2026). Milepost. Version 0.1.0. Data set. Licence CC-BY-4.0.\n"
    assert expected == STYLES["text"](WHOLE)


def test_the_plain_citation_of_a_record() -> None:
    expected = (
        "The editors (2026). Upgrade of a “strategic” tie (mp-bqdztmr). In: Milepost. "
        "Version 0.1.0. Data set. Licence CC-BY-4.0.\n"
    )
    assert expected == STYLES["text"](PART)


def test_the_apa_citation() -> None:
    assert "The editors. (2026). Milepost (Version 0.1.0) [Data set].\n" == STYLES["apa"](WHOLE)
    expected = (
        "The editors. (2026). Upgrade of a “strategic” tie (mp-bqdztmr). "
        "In Milepost (Version 0.1.0) [Data set].\n"
    )
    assert expected == STYLES["apa"](PART)


def test_the_chicago_citation_turns_inner_quotes_around() -> None:
    assert "The editors. 2026. Milepost. Version 0.1.0. Data set.\n" == STYLES["chicago"](WHOLE)
    expected = (
        "The editors. 2026. “Upgrade of a ‘strategic’ tie.” mp-bqdztmr. "
        "In Milepost. Version 0.1.0. Data set.\n"
    )
    assert expected == STYLES["chicago"](PART)


def test_a_title_that_ends_in_a_mark_gets_no_second_one() -> None:
    work = replace(WHOLE, title="Whose milepost?")
    assert STYLES["text"](work).startswith("The editors (2026). Whose milepost? Version")


def test_the_bibtex_citation() -> None:
    expected = """\
@misc{milepost-mp-bqdztmr-0.1.0,
  author = {{The editors}},
  title = {{Upgrade of a “strategic” tie}},
  howpublished = {Data set: Milepost},
  year = {2026},
  version = {0.1.0},
  note = {Version 0.1.0. Record mp-bqdztmr. Licence CC-BY-4.0},
}
"""
    assert expected == STYLES["bibtex"](PART)


def test_bibtex_keeps_its_braces_in_pairs_and_its_signs_literal() -> None:
    entry = STYLES["bibtex"](replace(WHOLE, title="a_b {c \\ 50 % & #1 ~ ^ $"))
    title = (
        r"a\_b \textbraceleft{}c \textbackslash{} 50 \% \& \#1 "
        r"\textasciitilde{} \textasciicircum{} \$"
    )
    assert f"  title = {{{{{title}}}}},\n" in entry
    assert entry.count("{") == entry.count("}")


def test_a_bibtex_key_has_no_sign_that_bibtex_refuses() -> None:
    entry = STYLES["bibtex"](replace(WHOLE, version="0.1.0-dev+g59b9ccf0d2aa"))
    assert entry.startswith("@misc{milepost-0.1.0-dev-g59b9ccf0d2aa,\n")


def test_the_ris_citation() -> None:
    assert [
        *("TY  - DATA", "AU  - The editors", "PY  - 2026", "TI  - Upgrade of a “strategic” tie"),
        *("T2  - Milepost", "ET  - 0.1.0", "AN  - mp-bqdztmr", "N1  - Licence CC-BY-4.0", "ER  - "),
        "",
    ] == STYLES["ris"](PART).split("\r\n")


def test_the_csl_citation() -> None:
    assert [
        {
            "id": "milepost-0.1.0",
            "type": "dataset",
            "author": [{"literal": "The editors"}],
            "issued": {"date-parts": [[2026]]},
            "title": "Milepost",
            "version": "0.1.0",
            "note": "Licence CC-BY-4.0",
        }
    ] == json.loads(STYLES["csl"](WHOLE))


@pytest.mark.parametrize("style", STYLES)
def test_no_style_makes_up_an_address_or_a_doi(style: str) -> None:
    for work in (WHOLE, PART):
        citation = STYLES[style](work)
        assert [] == [word for word in ("http", "doi", "DOI", "url", "UR ") if word in citation]


@pytest.mark.parametrize("style", STYLES)
def test_every_style_names_version_and_address_where_there_is_one(style: str) -> None:
    citation = STYLES[style](replace(PART, url="https://data.example/milestones/mp-bqdztmr.html"))
    assert "0.1.0" in citation
    assert "https://data.example/milestones/mp-bqdztmr.html" in citation
    assert citation.endswith("\n")


def test_the_dataset_is_cited_with_the_year_of_its_edition() -> None:
    dataset = a_release_of().dataset
    swhid = dataset_swhid(dataset)
    expected = Work("The editors", 2026, "Milepost", "0.1.0", "CC-BY-4.0", swhid=swhid)
    assert expected == dataset_work(dataset, EDITION)


@pytest.mark.parametrize("style", STYLES)
def test_every_style_names_the_identifier_of_the_content(style: str) -> None:
    swhid = "swh:1:cnt:e69de29bb2d1d6434b8b29ae775ad8c2e48c5391"
    assert swhid in STYLES[style](replace(PART, swhid=swhid))


@pytest.mark.parametrize("style", STYLES)
def test_every_style_names_the_doi_where_one_was_reserved(style: str) -> None:
    assert "10.1000/182" not in STYLES[style](PART)
    assert "10.1000/182" in STYLES[style](replace(PART, doi="10.1000/182"))


def test_a_record_is_cited_by_its_title_and_at_its_page() -> None:
    record = a_record({"id": "jpn-khm", "name": {"en": "Cambodia–Japan"}}, "relationship")
    work = record_work(record, {**META, "base_url": "https://data.example/"}, EDITION)
    assert ("Cambodia–Japan", "jpn-khm", "https://data.example/relationships/jpn-khm.html") == (
        work.part,
        work.identifier,
        work.url,
    )
