"""How a reader comes from page to page: what stands beside every text, and what is near home."""

from urllib.parse import urldefrag

from sites import ROOT, built, read


def test_every_document_is_at_most_three_links_from_the_home_page() -> None:
    documents = [path.relative_to(ROOT / "docs") for path in (ROOT / "docs").rglob("*.md")]
    pages = {built() / path.with_suffix(".html") for path in documents}
    known = frontier = {built() / "index.html"}
    for _ in range(3):
        links = {(page, link) for page in frontier for link in read(page.read_text("utf-8")).links}
        found = {(page.parent / urldefrag(link)[0]).resolve() for page, link in links}
        frontier = (found & pages) - known
        known = known | frontier

    assert [] == sorted(page.name for page in pages - known if page.is_file())


def test_the_navigation_leads_to_the_guides_for_those_who_use_the_data_and_who_contribute() -> None:
    links = read((built() / "milestones/mp-bqdztmr.html").read_text("utf-8")).links

    assert {"../use.html", "../linked-data.html", "../contribute.html"} <= set(links)


def test_the_navigation_does_not_grow_with_the_records() -> None:
    text = (built() / "milestones/mp-bqdztmr.html").read_text("utf-8")
    sidebar = text[text.index("sidebar-drawer") : text.index('<div class="main">')]

    assert "mp-m292ng4" not in sidebar
    assert "Cambodia–Japan" in sidebar
