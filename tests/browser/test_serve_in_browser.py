"""`milepost serve` in Chromium: a page that is open shows an edit by itself."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from edits import called, edit
from gone import a_root
from serving import served

pytestmark = pytest.mark.browser
PERSON = "dataset/people/hun-sen.json"


def test_an_open_page_shows_an_edit_by_itself_and_the_page_that_lists_it_as_well(
    browser: Browser, tmp_path: Path
) -> None:
    root = a_root(tmp_path)
    with served(root) as site:
        page, listing = browser.new_page(), browser.new_page()
        refused: list[str] = []
        page.on("console", lambda told: refused.append(told.text))
        with page.expect_request("**/changes"):
            page.goto(f"{site.address}people/hun-sen.html")
        with listing.expect_request("**/changes"):
            listing.goto(f"{site.address}people/")
        edit(root, PERSON, called("The name after the edit"))

        expect(page.get_by_role("heading", level=1)).to_contain_text("The name after the edit")
        expect(listing.get_by_role("main")).to_contain_text(
            "The name after the edit", timeout=60_000
        )
        assert [] == refused
        page.close()
        listing.close()
