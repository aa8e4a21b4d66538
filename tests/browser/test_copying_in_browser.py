"""Buttons that copy: with leave to use the clipboard, and without."""

import pytest
from playwright.sync_api import Browser, expect

pytestmark = pytest.mark.browser

NAME = "milestones/mp-bqdztmr.html"


@pytest.mark.parametrize("what", ["citation", "APA", "BibTeX", "RIS", "permanent identifier"])
def test_each_citation_is_copied_as_it_stands(browser: Browser, address: str, what: str) -> None:
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(f"{address}/{NAME}")
    page.evaluate("document.querySelectorAll('details').forEach((e) => { e.open = true; })")
    page.get_by_role("button", name=f"Copy {what}", exact=True).click()
    expect(page.get_by_role("status")).to_have_text("Copied")

    shown = page.locator(f"[data-copy='{what}']").text_content() or ""
    assert "mp-bqdztmr" in shown
    assert shown.strip() == page.evaluate("navigator.clipboard.readText()")
    context.close()


def test_without_leave_the_text_is_selected_and_the_reader_is_told(
    browser: Browser, address: str
) -> None:
    page = browser.new_page()
    page.add_init_script(
        "Object.defineProperty(navigator, 'clipboard', {value: undefined});"
        "document.execCommand = () => false;"
    )
    page.goto(f"{address}/{NAME}")
    page.get_by_role("button", name="Copy citation", exact=True).click()

    expect(page.get_by_role("status")).to_have_text("Selected: press Ctrl+C to copy")
    shown = page.locator("[data-copy='citation']").text_content()
    assert shown == page.evaluate("getSelection().toString()")
    page.close()


def test_a_block_of_code_has_a_button_too(browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.goto(f"{address}/contribute.html")
    blocks = page.locator("div.highlight pre").count()

    assert 0 < blocks
    assert blocks == page.get_by_role("button", name="Copy", exact=True).count()
    page.close()
