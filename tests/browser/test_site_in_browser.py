"""The site as a reader meets it: in Chromium, on a desk and on a phone, by day and by night."""

import pytest
from playwright.sync_api import Browser, ViewportSize

PAGES = [
    "index",
    "relationships/jpn-khm",
    "milestones/mp-bqdztmr",
    "milestones/mp-mv56rpm",
    "milestones/index",
    "sources/ppp-2023-fireworks",
    "people/hun-sen",
    "parties/khm",
    "vocabularies/stage",
    "codebook",
    "rules",
    "download",
    "dates",
    "disputes",
    "anniversaries",
    "propose",
    "corrections",
    "data-guidelines",
    "search",
]

# Observers of sizes are told before a frame is painted.
TWO_FRAMES = "() => new Promise((d) => requestAnimationFrame(() => requestAnimationFrame(d)))"
PHONE: ViewportSize = {"width": 390, "height": 844}

pytestmark = pytest.mark.browser


def test_pages_load_without_an_error_and_from_this_host_alone(
    browser: Browser, address: str
) -> None:
    page = browser.new_page()
    told: list[str] = []
    asked: list[str] = []
    page.on(
        "console", lambda message: told.append(message.text) if message.type == "error" else None
    )
    page.on("pageerror", lambda error: told.append(str(error)))
    page.on("request", lambda request: asked.append(request.url))
    for name in PAGES:
        page.goto(f"{address}/{name}.html")
    page.close()

    assert [] == told
    assert [] == [url for url in asked if not url.startswith((address, "data:"))]


@pytest.mark.parametrize("name", PAGES)
def test_no_page_is_wider_than_a_phone(browser: Browser, address: str, name: str) -> None:
    page = browser.new_page(viewport=PHONE)
    page.goto(f"{address}/{name}.html")
    beyond = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
    page.close()

    assert 0 >= beyond


def test_a_dark_screen_gets_a_dark_page(browser: Browser, address: str) -> None:
    colours = {}
    for scheme in ("light", "dark"):
        page = browser.new_page(color_scheme=scheme)
        page.goto(f"{address}/milestones/mp-bqdztmr.html")
        body, notice = "body", ".mp-notice"
        colours[scheme] = [
            page.eval_on_selector(what, "e => getComputedStyle(e).backgroundColor")
            for what in (body, notice)
        ]
        page.close()

    assert all(light != dark for light, dark in zip(*colours.values(), strict=True))


def test_a_milestone_reads_without_scripts(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}/milestones/mp-bqdztmr.html")

    assert page.get_by_role("heading", name="Who says what").is_visible()
    assert page.locator("#dispute-at-stages-agreed-date").is_visible()
    context.close()


def test_the_search_finds_a_milestone(browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.goto(f"{address}/search.html?q=memorandum")
    found = page.locator("#mp-search-results a", has_text="Memorandum of cooperation on water")
    found.first.wait_for(timeout=10_000)
    found.first.click()

    assert page.url.startswith(f"{address}/milestones/mp-j6f2msf.html")
    page.close()


@pytest.mark.parametrize("name", ["Sihanouk", "Sihamoni"])
def test_the_search_finds_a_person_by_either_name(
    browser: Browser, address: str, name: str
) -> None:
    page = browser.new_page()
    page.goto(f"{address}/search.html?q={name}")
    found = page.locator("#mp-search-results li")
    found.first.wait_for()

    assert any(one.startswith(f"Norodom {name}") for one in found.all_inner_texts()[:2])
    page.close()


def test_the_box_in_the_menu_shows_that_it_has_the_focus(browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.goto(f"{address}/index.html")
    frame = page.locator(".sidebar-search-container")
    told = "e => getComputedStyle(e).outlineStyle"

    assert "none" == frame.evaluate(told)
    frame.locator("input[type=search], input").first.focus()
    assert "solid" == frame.evaluate(told)
    page.close()


def test_without_scripts_a_table_that_is_too_wide_scrolls_by_keyboard(
    browser: Browser, address: str
) -> None:
    context = browser.new_context(viewport=PHONE, java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}/relationships/jpn-khm.html")
    region = page.get_by_role("region", name="Status through time")
    region.focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_timeout(300)

    assert 0 < region.evaluate("e => e.scrollLeft")
    context.close()


@pytest.mark.parametrize("name", ["index", "relationships/jpn-khm", "anniversaries", "download"])
def test_on_a_phone_no_table_is_cut_off(browser: Browser, address: str, name: str) -> None:
    page = browser.new_page(viewport=PHONE)
    page.goto(f"{address}/{name}.html")
    tables = page.locator(".table-wrapper > table")

    assert 0 < tables.count()
    assert [] == [
        table.inner_text()[:80]
        for table in tables.all()
        if table.evaluate("e => e.parentElement.scrollWidth > e.parentElement.clientWidth")
    ]
    page.close()


def test_on_a_phone_each_value_stands_beside_the_name_of_its_column(
    browser: Browser, address: str
) -> None:
    page = browser.new_page(viewport=PHONE)
    page.goto(f"{address}/relationships/jpn-khm.html")
    table = page.get_by_role("region", name="Status through time").locator("table")
    names = table.locator("thead th").all_inner_texts()
    first = table.locator("tbody tr").first.locator("td")

    assert names == first.evaluate_all("cells => cells.map(({dataset}) => dataset.column)")
    told = "e => getComputedStyle(e, '::before').content"
    assert f'"{names[0]}"' in first.first.evaluate(told)
    # Turned to the side it is a table again.
    page.set_viewport_size({"width": 900, "height": 400})
    assert "table-cell" == first.first.evaluate("e => getComputedStyle(e).display")
    assert "none" == first.first.evaluate(told)
    page.close()


@pytest.mark.parametrize("width", [390, 700, 1280])
def test_a_region_is_a_stop_for_the_keyboard_only_where_it_scrolls(
    browser: Browser, address: str, width: int
) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 844})
    page.goto(f"{address}/relationships/jpn-khm.html")
    page.set_viewport_size({"width": width, "height": 844})
    regions = page.locator(":is(.mp-scroll, .mp-cited):visible")
    page.evaluate(TWO_FRAMES)
    scrolls = regions.evaluate_all("found => found.map(e => e.scrollWidth > e.clientWidth)")

    assert scrolls == regions.evaluate_all("found => found.map(e => e.tabIndex === 0)")
    assert (width == 390) == any(scrolls)
    page.close()


def test_a_row_that_the_filter_hides_is_hidden_on_a_phone_too(
    browser: Browser, address: str
) -> None:
    page = browser.new_page(viewport=PHONE)
    page.goto(f"{address}/relationships/jpn-khm.html")
    rows = page.locator("#chronology tbody tr")
    page.get_by_label("From the year").fill("2020")

    assert 0 < page.locator("#chronology tbody tr:visible").count() < rows.count()
    page.close()


def test_the_contents_of_a_milestone_stand_beside_it(browser: Browser, address: str) -> None:
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    page.goto(f"{address}/milestones/mp-bqdztmr.html")
    shown = [link for link in page.locator(".toc-tree a").all() if link.is_visible()]

    assert ["Stages", "Where"] == [link.inner_text() for link in shown[:2]]
    page.close()


def test_without_scripts_the_form_says_what_to_do_instead(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}/propose.html")

    assert page.locator("#proposal-without-scripts").is_visible()
    assert page.locator("#proposal").is_hidden()
    context.close()
