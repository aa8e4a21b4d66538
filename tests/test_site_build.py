"""A whole site, as the command makes it."""

import gzip
import json
import re
import shutil
import zlib
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urldefrag

import pytest

from bench.measures.weights import first_view
from milepost import edtf
from milepost.site.page_names import PAGED, list_of, lists_of, page_of
from milepost.site.pages.every import record_pages
from sites import BUILDS, MOMENT, ROOT, built, contents, milepost, python, read, the_site

TEXT = BUILDS / "text"
EXAMPLE = re.compile(r"^\| `(.+?)` \| (.+?) \|$", re.MULTILINE)


def pages() -> Iterator[tuple[Path, str]]:
    for path in sorted(built().rglob("*.html")):
        yield path, path.read_text("utf-8")


def inventory() -> dict[str, str]:
    """Return the objects that other projects can link: role and name, and where it leads."""
    raw = (built() / "objects.inv").read_bytes()
    lines = zlib.decompress(raw.split(b"\n", 4)[4]).decode().splitlines()
    entries = (re.fullmatch(r"(.+) mp:(\S+) \S+ (\S+) .*", line) for line in lines)
    return {f"{e[2]} {e[1]}": e[3].replace("$", e[1]) for e in entries if e}


def test_every_record_has_its_page_and_its_json() -> None:
    for kind in PAGED:
        assert (built() / f"{list_of(kind)}.html").is_file()
        for record in the_site().dataset.of(kind).values():
            page = built() / page_of(kind, record.id)
            assert page.with_name(f"{record.id}.html").is_file()


def test_the_json_that_a_page_leads_to_holds_the_record() -> None:
    record = the_site().dataset.of("milestone")["mp-bqdztmr"]
    page = (built() / "milestones/mp-bqdztmr.html").read_text("utf-8")
    address = re.search(r'href="([^"]+)">This record as JSON', page)
    assert address
    answer = json.loads((built() / "milestones" / address[1]).read_text("utf-8"))

    assert record.body == answer["record"]


def test_every_link_inside_the_site_leads_somewhere() -> None:
    readers = {path: read(text) for path, text in pages() if path.name != "404.html"}
    dead = []
    for path, reader in readers.items():
        for link in reader.links:
            address, anchor = urldefrag(link.partition("?")[0] if "?v=" in link else link)
            if re.match(r"[a-z]+:", address):
                continue
            target = (path.parent / address).resolve() if address else path
            there = readers.get(target)
            if not target.is_file() or (anchor and there and anchor not in there.ids):
                dead.append(f"{path.relative_to(built())}: {link}")
    assert [] == dead


def test_a_page_asks_no_other_host_for_anything() -> None:
    for path, text in pages():
        loaded = [
            value
            for tag, attributes in read(text).elements
            for name, value in attributes.items()
            if value and "//" in value
            if name == "src" or (name == "href" and tag == "link")
        ]
        assert [] == loaded, path


def test_the_inventory_holds_every_record_and_every_term() -> None:
    found = inventory()

    assert "milestones/mp-bqdztmr.html" == found["milestone mp-bqdztmr"]
    assert "vocabularies/stage.html#term-agreed" == found["term stage/agreed"]
    for kind in PAGED:
        for record in the_site().dataset.of(kind):
            assert f"{kind} {record}" in found


def test_sphinx_alone_and_by_two_processes_makes_the_same_bytes() -> None:
    out = BUILDS / "by-sphinx"
    shutil.rmtree(out, ignore_errors=True)
    words = ("-n", "-W", "--keep-going", "-q", "-E", "-j", "2", "-d", str(BUILDS / "doctrees"))
    done = python("-m", "sphinx", *words, str(ROOT / "docs"), str(out))
    (out / ".buildinfo").unlink()
    one, two = contents(built()), contents(out)

    assert (0, "") == (done.returncode, done.stderr)
    assert one.keys() == two.keys()
    assert [] == [name for name in one if one[name] != two[name]]


def test_no_page_names_a_folder_of_this_machine() -> None:
    for path in sorted(built().rglob("*")):
        if path.is_file():
            assert str(ROOT).encode() not in path.read_bytes(), path


def test_no_tag_of_the_head_is_shown_as_text() -> None:
    for path, text in pages():
        assert "&lt;meta" not in text.partition("<body")[0], path


def test_the_home_page_says_when_relations_were_first_begun() -> None:
    home = (built() / "index.html").read_text("utf-8")
    assert "since 1992; first begun 9 January 1953" in " ".join(re.sub("<[^>]*>", "", home).split())


def test_foreign_words_say_their_language() -> None:
    text = (built() / "milestones/mp-bqdztmr.html").read_text("utf-8")

    assert '<p class="mp-title" lang="ja">包括的戦略的パートナーシップへの格上げ' in text
    assert 2 == text.count("editors’ translation")


def test_a_dispute_is_readable_on_its_page() -> None:
    text = read((built() / "milestones/mp-bqdztmr.html").read_text("utf-8")).text

    assert "Sources differ on the date of the stage Agreed" in text
    assert "both dates are kept. (The Milepost editors, 22 November 2026)" in text


def test_what_a_source_says_and_its_name_are_words_apart() -> None:
    page = (built() / "milestones/mp-bqdztmr.html").read_text("utf-8")

    assert '<span class="mp-says">2023</span> <span class="mp-by">' in page
    assert '</span><span class="mp-by">' not in page


def test_the_search_knows_every_page_once_and_takes_little_to_load() -> None:
    known = []
    for name, most in (("names", 64), ("texts", 192)):
        script = (built() / "_static" / "search" / f"{name}.js").read_bytes()
        assert len(gzip.compress(script, mtime=0)) < most * 1024
        known.append(json.loads(script.partition(b" = ")[2].removesuffix(b";\n")))
    names, texts = known
    pages = [row[0] for row in names["rows"]]

    assert len(pages) == len(set(pages)) == len(texts)
    assert {page.name for page in record_pages(the_site()) if page.record} <= set(pages)


def test_no_page_takes_more_than_forty_kilobytes_to_be_seen() -> None:
    # Words on a page take a third of their place when they are compressed, and styles 14 kB.
    large = [page for page in built().rglob("*.html") if page.stat().st_size > 70_000]

    assert {} == {page.name: kb for page in large if (kb := first_view(page) / 1e3) > 40}


def test_a_long_list_goes_on_over_pages_that_name_each_other() -> None:
    sources = the_site().dataset.of("source")
    names = lists_of("source", len(sources))
    pages = [read((built() / f"{name}.html").read_text("utf-8")) for name in names]
    slugs = {link.rpartition("/")[2].removesuffix(".html") for page in pages for link in page.links}

    assert ["sources/index", "lists/sources-2", "lists/sources-3"] == names
    assert set(sources) <= slugs


def test_a_page_that_is_not_found_says_where_to_look() -> None:
    text = (built() / "404.html").read_text("utf-8")

    assert "<h1>Page not found</h1><p>Nothing lies at this address." in text
    assert "The search in the menu finds" in text


def test_a_wide_table_scrolls_in_a_region_with_a_name() -> None:
    for path, text in pages():
        elements = read(text).elements
        regions = [a for tag, a in elements if "table-wrapper" in str(a.get("class"))]
        assert all("0" == a.get("tabindex") and a.get("aria-label") for a in regions), path


def test_hand_written_pages_have_their_tables_in_the_text_builder_too() -> None:
    words = ("-n", "-W", "--keep-going", "-q", "-E", "-b", "text", "-d", str(TEXT / "doctrees"))
    done = python("-m", "sphinx", *words, str(ROOT / "docs"), str(TEXT / "out"))

    assert (0, "") == (done.returncode, done.stderr)
    told = (TEXT / "out/relationships/jpn-khm.txt").read_text("utf-8")
    assert "| Talks of the prime ministers in Kumamoto " in told
    assert "Comprehensive strategic partnership since 2023" in told
    rules = (TEXT / "out/rules.txt").read_text("utf-8")
    assert "EVD-001" in rules
    assert "*Why:* " in rules


@pytest.mark.parametrize("builder", ["dirhtml", "singlehtml", "json"])
def test_a_builder_that_would_move_every_page_is_refused(tmp_path: Path, builder: str) -> None:
    (tmp_path / "conf.py").write_text("extensions = ['milepost.site']\n")
    (tmp_path / "index.rst").write_text("Page\n====\n")
    done = python("-m", "sphinx", "-q", "-b", builder, str(tmp_path), str(tmp_path / "o"))

    assert 0 != done.returncode
    assert f"the builder {builder} makes no site; take the builder html" in done.stderr


def test_a_reference_to_nothing_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "conf.py").write_text(
        f"extensions = ['myst_parser', 'milepost.site']\nmilepost_root = {str(ROOT)!r}\n"
        "primary_domain = 'mp'\n"
    )
    (tmp_path / "index.md").write_text("# Page\n\n{milestone}`mp-0000000` {term}`stage/nothing`\n")
    done = python(
        "-m", "sphinx", "-n", "-W", "-q", "-b", "text", str(tmp_path), str(tmp_path / "o")
    )

    assert 0 != done.returncode
    assert "there is no milestone 'mp-0000000' in the dataset" in done.stderr
    assert "there is no term 'stage/nothing' in the dataset" in done.stderr


def test_a_relationship_that_nobody_has_written_of_has_a_page() -> None:
    names = [page.name for page in record_pages(the_site())]
    written = frozenset({"relationships/jpn-khm"})

    assert "relationships/jpn-khm" in names
    assert "relationships/jpn-khm" not in [p.name for p in record_pages(the_site(), written)]


def test_every_relationship_of_the_dataset_is_written_of() -> None:
    names = [f"{dyad}.md" for dyad in the_site().dataset.of("relationship")]

    assert names == [path.name for path in sorted((ROOT / "docs/relationships").glob("*.md"))]


def test_the_codebook_shows_every_kind_of_record() -> None:
    codebook = (ROOT / "docs/codebook.md").read_text("utf-8")

    assert [] == [kind for kind in PAGED if f"{{milepost-codebook}} {kind}\n" not in codebook]
    assert "stages[].date" in (built() / "codebook.html").read_text("utf-8")


@pytest.mark.parametrize(
    ("written", "meant"), EXAMPLE.findall((ROOT / "docs/dates.md").read_text("utf-8"))
)
def test_the_page_on_dates_says_what_the_program_says(written: str, meant: str) -> None:
    assert meant == edtf.parse(written).format("en")


def test_a_dataset_with_errors_is_reported_and_builds_nothing(tmp_path: Path) -> None:
    (tmp_path / "dataset").mkdir()
    (tmp_path / "dataset/dataset.json").write_text('{"id": "milepost"')
    (tmp_path / "schema").symlink_to(ROOT / "schema")
    done = milepost("site", "--root", str(tmp_path))

    assert 1 == done.returncode
    assert "dataset/dataset.json:1:" in done.stderr
    assert not (tmp_path / "dist").exists()


def test_a_site_asks_for_nothing_that_writes_a_release() -> None:
    done = python("-c", "import sys, milepost.site.building; print('duckdb' in sys.modules)")

    assert "False\n" == done.stdout


def test_a_day_that_is_none_is_refused(tmp_path: Path) -> None:
    done = milepost("site", "--root", str(ROOT), "--out", str(tmp_path / "o"), "--as-of", "2026")

    assert 2 == done.returncode
    assert "write one day, such as 2026-11-22" in done.stderr


def test_the_day_of_the_status_can_be_told(tmp_path: Path) -> None:
    out = tmp_path / "site"
    done = milepost("site", "--root", str(ROOT), "--out", str(out), "--as-of", "2015-06-01")

    assert 0 == done.returncode, done.stderr
    text = read((out / "index.html").read_text("utf-8")).text
    assert "Status on 1 June 2015" in text
    assert "Strategic partnership since December 2013" in text


def test_without_being_told_the_day_is_that_of_the_edition() -> None:
    assert 1795305600 == MOMENT
    assert "Status on 22 November 2026" in read((built() / "index.html").read_text("utf-8")).text
