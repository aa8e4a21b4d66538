"""The search of the site in Chromium: what it finds is held against the records themselves."""

import json
import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from milepost.kinds import kind_of
from milepost.site.page_names import PAGED, SINGULARS, list_of, page_of
from sites import ROOT, built, read, the_site

pytestmark = pytest.mark.browser
LANGUAGES = {"en", "ja", "km", "ko", "vi", "fr", "zh"}
QUERIES = ["大使館", "樹立", "ទំនាក់ទំនង", "Kumamoto", "外交関係", "កម្ពុជា", "2023", "mp-bqdztmr"]


def folded(text: str) -> str:
    """Return a text as a reader compares it: without case, width and invisible characters."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    return "".join(c for c in plain if unicodedata.category(c) != "Cf")


def strings(value: Any) -> Iterator[str]:
    """Yield every text by language in a record, wherever it stands."""
    if isinstance(value, dict):
        for name, part in value.items():
            of_a_language = name in LANGUAGES or (name == "text" and "language" in value)
            if isinstance(part, str) and of_a_language:
                yield part
            yield from strings(part)
    elif isinstance(value, list):
        for part in value:
            yield from strings(part)


@cache
def words_by_page() -> dict[str, str]:
    """Return what each record says, by its page, as its file has it."""
    found = {}
    for path in sorted((ROOT / "dataset").rglob("*.json")):
        body = json.loads(path.read_bytes())
        kind = kind_of(path.relative_to(ROOT).as_posix())
        if kind in PAGED:
            own = {k: v for k, v in body.items() if k not in {"evidence", "resolutions"}}
            found[page_of(kind, body["id"])] = folded("\n".join((*strings(own), body["id"])))
    return found


def names_of(page: str) -> str:
    kind = next(kind for kind in PAGED if page.startswith(list_of(kind).removesuffix("index")))
    body = the_site().dataset.of(kind)[page.rpartition("/")[2]].body
    names = [text for key in ("label", "title", "name") for text in body.get(key, {}).values()]
    variants = (variant["text"] for variant in body.get("variants", ()))
    return folded("\n".join((*names, *variants, body["id"])))


def holds(text: str, query: str) -> bool:
    """Return whether a folded text holds a query; a Latin word is found from its beginning."""
    edge = r"(?<![a-z0-9])" if query.isascii() else ""
    return re.search(edge + re.escape(folded(query)), text) is not None


def terms_called(query: str) -> set[tuple[str, str]]:
    """Return the terms of the vocabularies that are called so, in any language."""
    terms = the_site().view.terms
    return {
        (vocabulary, name)
        for vocabulary, held in terms.items()
        for name, term in held.items()
        if holds(folded("\n".join((*term["label"].values(), name))), query)
    }


def records_that_hold(query: str) -> set[str]:
    """Return the pages of the records that hold a query, or refer to something so called."""
    site, terms = the_site(), terms_called(query)
    called = {page for page in words_by_page() if holds(names_of(page), query)}
    found = set()
    for record in (record for record in site.dataset if record.kind in PAGED):
        page = page_of(record.kind, record.id)
        edges = site.graph.named_by(record)
        named = {page_of(edge.target.kind, edge.target.id) for edge in edges}
        used = {(value.field.vocabulary, value.text) for value in site.view.links(record)}
        if holds(words_by_page()[page], query) or named & called or used & terms:
            found.add(page)
    return found


def documents_that_hold(query: str) -> set[str]:
    """Return the hand-written pages that show a query."""
    written = (path for path in (ROOT / "docs").rglob("*.md") if path.stem != "decisions")
    names = {path.relative_to(ROOT / "docs").with_suffix("").as_posix() for path in written}
    return {name for name in names if holds(folded(article(name)), query)}


def article(name: str) -> str:
    html = (built() / f"{name}.html").read_text("utf-8")
    start = html.index("<article")
    shown = html[start : html.index("</article>", start)]
    return read(re.sub(r"<(form|svg).*?</\1>", "", shown, flags=re.DOTALL)).text


def results(page: Page) -> Locator:
    return page.locator("#mp-search-results > li")


def found_by(page: Page, address: str, query: str) -> set[str]:
    """Return the pages that the page of results lists, all of them."""
    page.goto(f"{address}/search.html")
    page.get_by_role("searchbox", name="Words or a part").fill(query)
    page.keyboard.press("Enter")
    answered(page)
    more = page.get_by_role("button", name="Show more")
    while more.is_visible():
        more.click()
    links = [str(link.get_attribute("href")) for link in results(page).locator("a").all()]
    return {re.sub(r"^\./|\.html", "", link) for link in links}


@pytest.fixture
def tab(browser: Browser) -> Iterator[Page]:
    opened = browser.new_page()
    yield opened
    opened.close()


@pytest.mark.parametrize("query", QUERIES)
def test_a_query_finds_every_page_that_holds_it_and_no_other(
    tab: Page, address: str, query: str
) -> None:
    expected = records_that_hold(query) | documents_that_hold(query)
    found = found_by(tab, address, query)
    pages = {page for page in found if "#" not in page}

    assert expected
    assert expected == pages
    assert len(found) == int(re.sub(r"\D", "", status(tab).split()[0]) or 1)


def answered(page: Page) -> None:
    """Wait until the page of results says how many it found."""
    expect(page.get_by_role("status")).to_have_text(re.compile("page"))


def status(page: Page) -> str:
    return page.get_by_role("status").inner_text()


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("ｋｕｍａｍｏｔｏ", "Kumamoto"),
        ("KUMAMOTO", "Kumamoto"),
        ("ទំនាក់\u200bទំនង", "ទំនាក់ទំនង"),
        (unicodedata.normalize("NFD", "カンボジア"), "カンボジア"),
        ("embassies", "embassy"),
    ],
)
def test_what_readers_do_not_tell_apart_finds_the_same(
    tab: Page, address: str, typed: str, meant: str
) -> None:
    expected = found_by(tab, address, meant)

    assert expected
    assert expected <= found_by(tab, address, typed)


def test_a_result_tells_its_title_its_kind_its_year_and_the_place(tab: Page, address: str) -> None:
    tab.goto(f"{address}/search.html?q=ទំនាក់ទំនង")
    first = results(tab).first
    first.wait_for()
    page = str(first.locator("a").get_attribute("href")).removesuffix(".html").rpartition("/")[2]
    record = next(the_site().dataset.find(page))

    assert SINGULARS[record.kind] in first.inner_text()
    assert "km" == first.locator("p").get_attribute("lang")
    assert "ទំនាក់ទំនង" == first.locator("mark").inner_text().replace("\u200b", "")


def test_a_query_of_nothing_but_what_nobody_wrote_says_so(tab: Page, address: str) -> None:
    tab.goto(f"{address}/search.html?q=<img src=x onerror=alert(1)>")
    answered(tab)

    assert "No page holds <img src=x onerror=alert(1)>." in status(tab)
    assert 0 == results(tab).count()


def test_without_scripts_the_search_leads_to_the_lists(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}/search.html")
    links = {str(a.get_attribute("href")) for a in page.locator("article a").all()}

    assert {f"{list_of(kind)}.html" for kind in PAGED if kind != "relationship"} <= links
    assert page.get_by_text("The search needs JavaScript").is_visible()
    context.close()


def box(page: Page) -> Locator:
    return page.locator("form[role=search] input[name=q]").first


def offered(page: Page, typed: str) -> list[str]:
    """Return what is offered below the box while somebody types."""
    box(page).fill(typed)
    page.locator(".mp-suggestions:not([hidden]) li").first.wait_for()
    return page.locator(".mp-suggestions li").all_inner_texts()


@pytest.mark.parametrize("typed", ["Hun S", "フン・セン", "ហ៊ុន", "mp-bqdztmr"])
def test_names_in_every_script_and_identifiers_are_offered(
    tab: Page, address: str, typed: str
) -> None:
    tab.goto(f"{address}/milestones/mp-bqdztmr.html")
    first = offered(tab, typed)[0]
    href = tab.locator(".mp-suggestions li").first.get_attribute("data-href")
    page = str(href).removeprefix("../").removesuffix(".html")

    assert holds(names_of(page), typed), first


@pytest.mark.parametrize(
    ("typed", "page"),
    [("kumam", "places/kumamoto"), ("Cambodia", "parties/khm"), ("phnom", "places/phnom-penh")],
)
def test_what_begins_with_the_words_that_are_typed_is_offered_first(
    tab: Page, address: str, typed: str, page: str
) -> None:
    tab.goto(f"{address}/people/hun-sen.html")
    offered(tab, typed)
    first = tab.locator(".mp-suggestions li").first.get_attribute("data-href")

    assert f"../{page}.html" == first


def test_sources_of_one_label_are_told_apart(tab: Page, address: str) -> None:
    tab.goto(f"{address}/people/hun-sen.html")
    found = offered(tab, "Report on the talks in Kumamoto")

    assert 1 < sum(one.startswith("Report on the talks in Kumamoto Source, ") for one in found)
    assert len(set(found)) == len(found)


def test_an_offer_is_chosen_by_keyboard_alone(tab: Page, address: str) -> None:
    tab.goto(f"{address}/people/hun-sen.html")
    number = len(offered(tab, "Kumamoto"))
    tab.keyboard.press("ArrowDown")
    tab.keyboard.press("ArrowDown")
    tab.keyboard.press("ArrowUp")
    chosen = tab.locator(".mp-suggestions [aria-selected=true]")

    assert 1 < number
    assert "true" == box(tab).get_attribute("aria-expanded")
    assert chosen.get_attribute("id") == box(tab).get_attribute("aria-activedescendant")
    address_of_it = str(chosen.get_attribute("data-href")).removeprefix("../")
    tab.keyboard.press("Enter")
    tab.wait_for_url(f"{address}/{address_of_it}")


def test_escape_closes_the_offers_and_enter_searches_for_what_was_typed(
    tab: Page, address: str
) -> None:
    tab.goto(f"{address}/people/hun-sen.html")
    offered(tab, "Kumamoto")
    tab.keyboard.press("Escape")

    assert tab.locator(".mp-suggestions").is_hidden()
    assert "Kumamoto" == box(tab).input_value()
    tab.keyboard.press("Enter")
    tab.wait_for_url(f"{address}/search.html?q=Kumamoto")
    results(tab).first.wait_for()


def test_nothing_is_loaded_for_a_box_that_nobody_uses(tab: Page, address: str) -> None:
    asked: list[str] = []
    tab.on("request", lambda request: asked.append(request.url))
    tab.goto(f"{address}/people/hun-sen.html")
    before = [url for url in asked if url.endswith(("names.js", "texts.js"))]
    offered(tab, "Kumamoto")

    assert [] == before
    assert [f"{address}/_static/search/names.js"] == [u for u in asked if "names.js" in u]


def test_pages_that_are_opened_as_files_have_the_search_too(tab: Page) -> None:
    home = built().as_uri()
    assert offered_at(tab, f"{home}/people/hun-sen.html")
    tab.goto(f"{home}/search.html?q=大使館")
    results(tab).first.wait_for()


def offered_at(page: Page, url: str) -> list[str]:
    page.goto(url)
    return offered(page, "大使館")
