"""Text of a record is text: nothing in it is ever markup, a directive, a template or a script."""

from collections.abc import Iterator

import pytest

from hostile import ADDRESS, HOSTILE_PAGES, WORST, hostile_built, hostile_site
from milepost.site.machines.head import head
from milepost.site.page import Page
from milepost.site.safety import is_web_address
from sites import read


@pytest.mark.parametrize(("page", "html"), HOSTILE_PAGES, ids=[p.name for p, _ in HOSTILE_PAGES])
def test_hostile_text_is_text_on_its_page(page: Page, html: str) -> None:
    assert [] == list(dangers(html))
    if page.record:
        assert " ".join(WORST.split()) in read(html).text


def dangers(html: str) -> Iterator[str]:
    """Yield every element, attribute and link by which a text would have become more than text."""
    for tag, attributes in read(html).elements:
        if tag in {"script", "img", "b", "iframe"}:
            yield tag
        yield from (name for name in attributes if name.startswith("on"))
        href = str(attributes.get("href") or "")
        if href.partition(":")[0] in {"javascript", "data", "vbscript"}:
            yield href


def test_the_addresses_of_a_hostile_source_are_shown_and_lead_nowhere() -> None:
    (html,) = (html for page, html in HOSTILE_PAGES if page.name.startswith("sources/akp"))

    assert ADDRESS in read(html).text


@pytest.mark.parametrize(
    ("url", "may"),
    [
        ("https://example.org/a", True),
        ("http://example.org", True),
        ("javascript:alert(1)", False),
        ("data:text/html,x", False),
        ("//example.org", False),
        ("https://name:word@example.org/", False),
        ("https://[", False),
    ],
)
def test_only_the_web_without_a_password_may_be_linked(url: str, may: bool) -> None:  # noqa: FBT001 -- what is expected
    assert may == is_web_address(url)


def test_a_whole_site_of_hostile_records_has_no_element_more() -> None:
    site = hostile_built()

    for path in site.rglob("*.html"):
        reader = read(path.read_text("utf-8"))
        shown = [tag for tag, _ in reader.elements if tag in {"img", "b", "iframe"}]
        scripts = [a for tag, a in reader.elements if tag == "script" and "alert" in str(a)]
        assert [] == shown + scripts, path
        assert "<script>alert" not in path.read_text("utf-8"), path
        assert "1022117" not in reader.text, path
    home = read((site / "index.html").read_text("utf-8")).text
    assert "<script>alert(1)</script>" in home


@pytest.mark.parametrize("page", [page.name for page, _ in HOSTILE_PAGES])
def test_hostile_text_is_text_in_the_head_of_its_page(page: str) -> None:
    html = str(head(hostile_site(), page, WORST))
    reader = read(html)

    assert {"meta", "link", "script"} >= {tag for tag, _ in reader.elements}
    assert 1 == html.count("<script") == html.count("</script")
    assert [] == [link for link in reader.links if "javascript" in link]
    assert {None, "application/ld+json"} >= {a.get("type") for tag, a in reader.elements} - {
        "application/json"
    }


def test_only_the_web_is_linked_and_nothing_is_told_of_where_the_reader_came_from() -> None:
    for page, html in HOSTILE_PAGES:
        outside = [a for tag, a in read(html).elements if "external" in str(a.get("class"))]

        assert all(is_web_address(str(a["href"])) for a in outside), page.name
        assert all(a["rel"] == "noopener noreferrer" for a in outside), page.name
