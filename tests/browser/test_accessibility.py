"""Accessibility: axe finds nothing on any type of page, by day, by night and on a phone."""

from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from judges.npm import package
from page_types import PAGE_TYPES

pytestmark = pytest.mark.browser

LIGHT = {"viewport": {"width": 1280, "height": 900}}
DARK = {"viewport": {"width": 1280, "height": 900}, "color_scheme": "dark"}
PHONE = {"viewport": {"width": 390, "height": 844}}
EVERYTHING = {
    "type": "tag",
    "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
}
# What changes by night.
COLOURS = {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}
RUN = """async (only) => (await axe.run(document, {runOnly: only})).violations.map(
  ({id, nodes}) => `${id}: ${nodes.map(({html}) => html.slice(0, 200)).join(" and ")}`)"""
PAINTED = """(element, paint) =>
  [getComputedStyle(element)[paint], getComputedStyle(document.body).backgroundColor]"""
# WCAG 2.2, 1.4.11: what a figure needs to be understood has a contrast of three to one.
ENOUGH = 3


def violations(browser: Browser, address: str, given: dict[str, Any], only: object) -> list[str]:
    """Return what axe finds on each type of page, each finding with the page that it is on."""
    source = (package("axe-core") / "axe.min.js").read_text("utf-8")
    page = browser.new_page(**given)
    found = []
    for name in PAGE_TYPES:
        page.goto(f"{address}/{name}.html")
        page.evaluate(source)
        found += [f"{name}: {told}" for told in page.evaluate(RUN, only)]
    page.close()
    return found


@pytest.mark.judge
def test_axe_finds_nothing_by_day(browser: Browser, address: str) -> None:
    assert [] == violations(browser, address, LIGHT, EVERYTHING)


@pytest.mark.judge
def test_axe_finds_no_pale_letters_by_night(browser: Browser, address: str) -> None:
    assert [] == violations(browser, address, DARK, COLOURS)


@pytest.mark.judge
def test_axe_finds_nothing_on_a_phone(browser: Browser, address: str) -> None:
    assert [] == violations(browser, address, PHONE, EVERYTHING)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_mark_of_a_figure_stands_out_from_the_page(
    browser: Browser, address: str, scheme: Any
) -> None:
    page = browser.new_page(color_scheme=scheme)
    page.goto(f"{address}/relationships/jpn-khm.html")
    for mark, paint in {
        ".mp-sure": "fill",
        ".mp-possible": "stroke",
        ".mp-dot": "stroke",
        ".mp-span": "stroke",
        ".mp-settled": "fill",
        ".mp-unsettled": "stroke",
    }.items():
        assert contrast(page, f"svg {mark}", paint) >= ENOUGH
    page.close()


def contrast(page: Page, mark: str, paint: str) -> float:
    """Return the contrast of a mark with the page behind it, by the formula of WCAG."""
    colours = page.eval_on_selector(mark, PAINTED, paint)
    light, dark = sorted((luminance(colour) for colour in colours), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    parts = [float(part) / 255 for part in colour.strip("rgba()").split(",")[:3]]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("name", ["relationships/jpn-khm", "milestones/mp-mv56rpm"])
def test_a_figure_is_told_in_words_and_is_no_stop_of_the_keyboard(
    browser: Browser, address: str, name: str
) -> None:
    page = browser.new_page()
    page.goto(f"{address}/{name}.html")
    figures = page.locator("figure.mp-figure").all()
    assert figures
    for figure in figures:
        assert len("A figure.") < len(figure.locator("figcaption").inner_text())
        assert "true" == figure.locator("svg").get_attribute("aria-hidden")
    assert 0 == page.locator("svg.mp-drawing a:not([tabindex='-1'])").count()
    page.close()
