"""The page of a relationship in Chromium: filtered, linked, read without scripts, printed."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from milepost.site.chronology_table import chronology
from sites import the_site

pytestmark = pytest.mark.browser

NAME = "relationships/jpn-khm.html"
ROWS = "#chronology tbody tr:visible"
SOME = "summit-meeting"
BEFORE, AFTER = 0, 9999
NOT_PRINTED = (".sidebar-drawer", ".mobile-header", ".skip-to-content", ".mp-filter")


@pytest.fixture
def relationship(browser: Browser, address: str) -> Iterator[Page]:
    opened = browser.new_page()
    opened.goto(f"{address}/{NAME}")
    yield opened
    opened.close()


def count(*, types: str = "", topic: str = "", first: int = BEFORE, last: int = AFTER) -> int:
    """Return how many milestones of the dataset have a type, a topic and days in a period."""
    rows = chronology(the_site(), "jpn-khm").rows
    return sum(
        types in {"", row.type}
        and (not topic or topic in row.topics)
        and _may_lie(row.years, first, last)
        for row in rows
    )


def _may_lie(years: str, first: int, last: int) -> bool:
    ends = years.split()
    began = BEFORE if ends[0] == "-" else int(ends[0])
    ended = AFTER if ends[-1] == "-" else int(ends[-1])
    return began <= last and first <= ended


def test_a_reader_filters_by_type_topic_and_period(relationship: Page) -> None:
    told = relationship.locator(".mp-filter output")
    whole = len(the_site().chronology("jpn-khm"))
    expect(told).to_have_text(f"{whole} of {whole} milestones shown")

    relationship.get_by_label("Type").select_option(SOME)
    expect(relationship.locator(ROWS)).to_have_count(count(types=SOME))

    relationship.get_by_role("button", name="Show all").click()
    relationship.get_by_label("Topic").select_option("transport")
    expect(relationship.locator(ROWS)).to_have_count(count(topic="transport"))

    relationship.get_by_label("From the year").fill("1994")
    relationship.get_by_label("To the year").fill("2001")
    left = count(topic="transport", first=1994, last=2001)
    assert 0 < left < count(topic="transport")
    expect(relationship.locator(ROWS)).to_have_count(left)
    expect(told).to_have_text(f"{left} of {whole} milestones shown")
    assert "polite" == told.get_attribute("aria-live")


def test_a_group_of_types_holds_all_its_types(relationship: Page) -> None:
    groups = chronology(the_site(), "jpn-khm").types
    group = next(group for group in groups if len(group.choices) > 1)
    relationship.get_by_label("Type").select_option(label=f"{group.label}: any")

    whole = sum(choice.count for choice in group.choices)
    expect(relationship.locator(ROWS)).to_have_count(whole)


def test_what_is_filtered_out_fades_in_the_timeline(relationship: Page) -> None:
    relationship.get_by_label("Type").select_option(SOME)
    marks = relationship.locator(".mp-timeline a").count()
    faded = relationship.locator(".mp-timeline a.mp-faded").count()

    assert count(types=SOME) == marks - faded


def test_an_address_keeps_the_filter(relationship: Page, browser: Browser) -> None:
    relationship.get_by_label("Type").select_option(SOME)
    relationship.get_by_label("From the year").fill("2010")
    # The address follows a moment after the field.
    expect(relationship).to_have_url(re.compile(f"#type={SOME}&from=2010$"))

    other = browser.new_page()
    other.goto(relationship.url)
    expect(other.locator(ROWS)).to_have_count(count(types=SOME, first=2010))
    other.close()


def test_a_fragment_of_nonsense_filters_nothing(browser: Browser, address: str) -> None:
    page = browser.new_page()
    for fragment in ("#type=no-such-type", "#from=<b>&to=-5", "#milestones", "#%"):
        page.goto("about:blank")
        page.goto(f"{address}/{NAME}{fragment}")
        expect(page.locator(ROWS)).to_have_count(len(the_site().chronology("jpn-khm")))
    page.close()


def test_the_filter_works_by_keyboard(relationship: Page) -> None:
    relationship.get_by_label("Type").focus()
    for stop in ("filter-topic", "filter-from", "filter-to"):
        relationship.keyboard.press("Tab")
        assert stop == relationship.evaluate("document.activeElement.id")
    relationship.keyboard.type("1960")
    expect(relationship.locator(ROWS)).to_have_count(count(last=1960))
    relationship.keyboard.press("Tab")
    relationship.keyboard.press("Enter")
    expect(relationship.locator(ROWS)).to_have_count(count())


def test_a_mark_of_the_timeline_says_what_it_is_and_leads_there(relationship: Page) -> None:
    mark = relationship.locator(".mp-timeline a").first
    row = relationship.locator("#chronology tbody tr").first
    said = mark.locator("title").text_content()

    assert said == ": ".join(row.locator("td").all_inner_texts()[:2])
    targets = "found => found.map(it => it.getAttribute('href'))"
    dated = "#chronology tr:not([data-years='']) td:nth-child(2) a"
    assert relationship.locator(dated).evaluate_all(targets) == (
        relationship.locator(".mp-timeline a").evaluate_all(targets)
    )


def test_without_scripts_the_chronology_is_a_plain_table(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}/{NAME}")

    assert page.locator(".mp-filter").is_hidden()
    assert page.locator(".mp-timeline").is_visible()
    assert len(the_site().chronology("jpn-khm")) == page.locator(ROWS).count()
    context.close()


def test_on_a_phone_the_figures_show_what_is_newest(browser: Browser, address: str) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 844}, java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}/{NAME}")
    today = page.locator(".mp-ladder .mp-today").bounding_box()
    newest = page.locator(".mp-timeline a").last.bounding_box()

    assert today
    assert newest
    assert today["x"] < 390
    assert newest["x"] < 390
    context.close()


def test_sources_fold_by_kind(browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.goto(f"{address}/relationships/jpn-khm-sources.html")
    kind = page.locator("details.mp-fold").first
    assert kind.locator("table").is_visible()
    kind.locator("summary").press("Enter")
    assert kind.locator("table").is_hidden()
    page.close()


@pytest.mark.parametrize("name", [NAME, "milestones/mp-bqdztmr.html"])
def test_a_printed_page_holds_the_record_and_nothing_to_press(
    browser: Browser, address: str, name: str
) -> None:
    page = browser.new_page()
    page.goto(f"{address}/{name}")
    page.emulate_media(media="print")
    for what in (*NOT_PRINTED, "button", "summary", "article a:text('correction')", "a[download]"):
        assert [] == [found for found in page.locator(what).all() if found.is_visible()]
    assert page.locator("h1").is_visible()
    assert page.locator("svg.mp-drawing").first.is_visible()
    page.close()


def test_a_value_with_many_claims_goes_on_over_printed_pages(
    browser: Browser, address: str
) -> None:
    page = browser.new_page()
    page.goto(f"{address}/milestones/mp-bqdztmr.html")
    page.emulate_media(media="print")
    told = "found => found.map(e => getComputedStyle(e).breakInside)"
    long = page.locator(".mp-row").filter(has=page.locator(".mp-claim:nth-child(4)"))
    short = page.locator(".mp-row").filter(has_not=page.locator(".mp-claim:nth-child(4)"))

    assert {"auto"} == set(long.evaluate_all(told))
    assert {"avoid"} == set(short.evaluate_all(told))
    assert {"avoid"} == set(long.locator(".mp-claim").evaluate_all(told))
    page.close()
