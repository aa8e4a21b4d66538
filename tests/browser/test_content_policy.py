"""The Content-Security-Policy in Chromium: pages work under it, and no script of a text does."""

from itertools import islice

import pytest
from playwright.sync_api import Browser, Page

from sites import built

pytestmark = pytest.mark.browser

# Runs in each page before anything of the page does.
_LISTEN = """
    globalThis.refused = [];
    document.addEventListener("securitypolicyviolation", event =>
        refused.push(`${event.effectiveDirective} ${event.blockedURI} ${event.sample}`));
"""


def page_types() -> list[str]:
    """Return the pages that are written by hand, and of every folder the list and two records."""
    site = built()
    folders = sorted({path.parent for path in site.glob("**/*/*.html")})
    chosen = [
        *site.glob("*.html"),
        *(page for f in folders for page in islice(f.glob("*.html"), 3)),
    ]
    return sorted(p.relative_to(site).as_posix() for p in chosen)


def opened(browser: Browser, scheme: str) -> Page:
    page = browser.new_page(color_scheme=scheme)  # type: ignore[arg-type] # one of two words
    page.add_init_script(_LISTEN)
    return page


def refused(page: Page) -> list[str]:
    return list(page.evaluate("globalThis.refused"))


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_page_asks_for_what_its_policy_refuses(
    browser: Browser, address: str, scheme: str
) -> None:
    page = opened(browser, scheme)
    found = {}
    for name in page_types():
        page.goto(f"{address}/{name}")
        found[name] = refused(page)
    page.close()

    assert 30 < len(found)
    assert {} == {name: told for name, told in found.items() if told}


def test_the_search_works_under_the_policy(browser: Browser, address: str) -> None:
    page = opened(browser, "light")
    page.goto(f"{address}/search.html?q=memorandum")
    page.locator("#mp-search-results a").first.wait_for(timeout=10_000)

    assert [] == refused(page)
    page.close()


def test_the_form_works_under_the_policy(browser: Browser, address: str) -> None:
    page = opened(browser, "dark")
    page.goto(f"{address}/propose.html")
    page.locator("#f-add-stages").click()
    page.locator("form.mp-form button[type=submit], form button[type=submit]").last.click()

    assert [] == refused(page)
    page.close()


def test_copying_and_changing_the_light_work_under_the_policy(
    browser: Browser, address: str
) -> None:
    page = opened(browser, "light")
    page.goto(f"{address}/milestones/mp-bqdztmr.html")
    page.get_by_role("button", name="Copy citation", exact=True).click()
    page.locator(".theme-toggle:visible").first.click()

    assert [] == refused(page)
    page.close()


def test_a_script_that_came_in_by_a_text_would_not_run(browser: Browser, address: str) -> None:
    page = opened(browser, "light")
    page.goto(f"{address}/milestones/mp-bqdztmr.html")
    page.evaluate(
        """() => {
            const script = document.createElement("script");
            script.textContent = "globalThis.hit = true";
            document.body.append(script);
            const image = document.createElement("div");
            image.innerHTML = '<img src="x" onerror="globalThis.hit = true">';
            document.body.append(image);
        }"""
    )
    page.wait_for_timeout(200)

    assert page.evaluate("globalThis.hit === undefined")
    assert any(told.startswith("script-src") for told in refused(page))
    page.close()
