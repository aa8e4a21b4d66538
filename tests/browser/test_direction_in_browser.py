"""Text in a script that is written from the right keeps its order among text that is not."""

from playwright.sync_api import Browser

from milepost.site.rendering import STATIC

# The right edges of what is in brackets and of the word before it.
EDGES = """() => {
  const text = document.querySelector("span").firstChild;
  const edge = (from, to) => {
    const range = document.createRange();
    range.setStart(text, from);
    range.setEnd(text, to);
    return range.getBoundingClientRect().right;
  };
  const bracket = text.data.indexOf("(");
  return [edge(bracket, text.length), edge(0, bracket - 1)];
}"""


def test_what_follows_an_arabic_word_stands_to_its_left(browser: Browser) -> None:
    css = (STATIC / "milepost.css").read_text("utf-8")
    page = browser.new_page()
    page.set_content(f"<html lang=en><style>{css}</style><body><span lang=ar>منتدى (a)</span>")
    brackets, word = page.evaluate(EDGES)
    page.close()

    assert brackets < word
