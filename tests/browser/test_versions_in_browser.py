"""The choice of versions: it shows only where there is one."""

import json

import pytest
from playwright.sync_api import Browser, Page, Route

pytestmark = pytest.mark.browser


def opened(browser: Browser, address: str, *numbers: str) -> Page:
    """Return a page of a site beside which the list has these versions, the first withdrawn."""
    listed = [
        {"version": n, "folder": f"versions/{n}/", **({} if at else {"withdrawn": "Wrong."})}
        for at, n in enumerate(numbers)
    ]
    page = browser.new_page(viewport={"width": 1440, "height": 900})

    def answer(route: Route) -> None:
        route.fulfill(body=json.dumps({"versions": listed}), content_type="application/json")

    page.route("**/versions.json", answer)
    page.goto(f"{address}/milestones/mp-bqdztmr.html")
    page.wait_for_timeout(300)
    return page


def test_two_versions_can_be_chosen_from(browser: Browser, address: str) -> None:
    page = opened(browser, address, "0.2.0", "0.1.0")
    page.locator("#mp-versions summary").click()
    links = page.locator("#mp-versions a").all()

    assert ["0.2.0 (withdrawn)", "0.1.0"] == [link.inner_text() for link in links]
    assert [
        f"{address}/versions/{number}/milestones/mp-bqdztmr.html" for number in ("0.2.0", "0.1.0")
    ] == [link.evaluate("link => link.href") for link in links]
    page.close()


@pytest.mark.parametrize("numbers", [(), ("0.1.0",)])
def test_one_version_leaves_nothing_to_choose(
    browser: Browser, address: str, numbers: tuple[str, ...]
) -> None:
    page = opened(browser, address, *numbers)

    assert page.locator("#mp-versions").is_hidden()
    page.close()
