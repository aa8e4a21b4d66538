"""What the site is measured against: a loop that makes as many pages, and the floor of an edit."""

from pathlib import Path

from bench.measures.edit_floor import laid_into, one_page, records_of
from bench.measures.jinja_loop import LANGUAGES, ONE, main
from golden import files
from milepost.kinds import BY_NAME
from milepost.site.languages.beside import TRANSLATED
from milepost.site.languages.words import CATALOGUES, ENGLISH


def test_the_loop_makes_pages_in_the_languages_of_the_site() -> None:
    languages = (ENGLISH.language, *(words.language for words in CATALOGUES))

    assert (ENGLISH.language,) == ONE
    assert {BY_NAME[kind].folder: languages for kind in TRANSLATED} == LANGUAGES


def test_the_loop_makes_a_page_in_each_language(tmp_path: Path) -> None:
    for path, raw in files().items():
        (tmp_path / "in" / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "in" / path).write_bytes(raw)
    main(tmp_path / "in", tmp_path / "out")
    made = {
        language.name: sum(1 for _ in language.rglob("*.html"))
        for language in (tmp_path / "out").iterdir()
    }
    records = [path for path in files() if path.startswith("dataset/")]
    translated = sum(1 for path in records if path.split("/")[1] in LANGUAGES)

    assert {"en": len(records), "ja": translated, "km": translated} == made


def test_the_floor_of_an_edit_makes_a_page_reads_all_and_keeps_the_site(tmp_path: Path) -> None:
    for path, raw in {**files(), "docs/index.rst": b"Title\n=====\n\nWords.\n"}.items():
        (tmp_path / "in" / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "in" / path).write_bytes(raw)
    one_page(tmp_path / "in" / "docs", tmp_path / "page")
    laid_into(tmp_path / "kept", tmp_path / "in")

    assert "<h1>Title" in (tmp_path / "page" / "index.html").read_text("utf-8")
    assert "furo" in (tmp_path / "page" / "index.html").read_text("utf-8")
    records = sum(path.startswith("dataset/") for path in files())
    assert records == len(records_of(tmp_path / "in" / "dataset"))
    kept = {path for path in (tmp_path / "kept").rglob("*") if path.is_file()}
    assert all((tmp_path / "in" / p.relative_to(tmp_path / "kept")).samefile(p) for p in kept)
    assert 1 + len(files()) == len(kept)
