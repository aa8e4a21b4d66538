"""Hostile text as a reader meets it: in Chromium, under the policy of the page."""

import pytest
from playwright.sync_api import Browser, Route

from hostile import HOSTILE_PAGES, WORST
from milepost.site.page import Page as RecordPage
from sites import built

pytestmark = pytest.mark.browser

_BEGINS, _ENDS = '<article role="main" id="furo-main-content">', "</article>"
_WATCH = """
    globalThis.told = [];
    globalThis.alert = text => globalThis.told.push(`alert ${text}`);
    document.addEventListener("securitypolicyviolation", event =>
        globalThis.told.push(`${event.effectiveDirective} ${event.sample}`));
"""


def shell_around(body: str) -> str:
    """Return a page of the built site with another body."""
    html = (built() / "milestones" / "mp-bqdztmr.html").read_text("utf-8")
    before, _, rest = html.partition(_BEGINS)
    assert rest
    return before + _BEGINS + body + _ENDS + rest.partition(_ENDS)[2]


@pytest.mark.parametrize(("shown", "body"), HOSTILE_PAGES, ids=[p.name for p, _ in HOSTILE_PAGES])
def test_hostile_text_runs_nothing_and_breaks_no_page(
    browser: Browser, address: str, shown: RecordPage, body: str
) -> None:
    page = browser.new_page(viewport={"width": 390, "height": 844})
    page.add_init_script(_WATCH)

    def answer(route: Route) -> None:
        route.fulfill(body=shell_around(body), content_type="text/html; charset=utf-8")

    page.route("**/hostile/page.html", answer)
    page.goto(f"{address}/hostile/page.html")
    told = page.evaluate("globalThis.told")
    text = page.locator("article").inner_text()
    beyond = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
    page.close()

    assert [] == told
    assert 0 >= beyond
    if shown.record:
        assert WORST[-10_000:] in text.replace("\n", "")
