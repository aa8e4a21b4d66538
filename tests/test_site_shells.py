"""Pages put together from a shell are, byte for byte, what the theme makes of them."""

from collections.abc import Iterator
from functools import partial

import pytest
from sphinx.application import Sphinx
from sphinx.builders.html import StandaloneHTMLBuilder
from sphinx.util.docutils import docutils_namespace

from milepost.site import navigation
from milepost.site.domain import the_domain
from milepost.site.inline import Inline
from milepost.site.navigation import is_in_navigation
from milepost.site.page import Page
from milepost.site.page_writing import addresses, context_of, themed
from milepost.site.pages.every import record_pages
from milepost.site.shells import Shells
from sites import ROOT, the_small_site


@pytest.fixture(scope="module")
def builder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[StandaloneHTMLBuilder]:
    """A builder of the site, with its theme, ready to write pages."""
    out = tmp_path_factory.mktemp("site")
    with docutils_namespace():
        settings = {"milepost_root": str(ROOT)}
        app = Sphinx(
            ROOT / "docs", ROOT / "docs", out, out / ".doctrees", "html", settings, None, None
        )
        the_domain(app.env).site = the_small_site()
        assert isinstance(app.builder, StandaloneHTMLBuilder)
        app.builder.prepare_writing(set())
        yield app.builder


def inline_of(builder: StandaloneHTMLBuilder, page: Page) -> Inline:
    folder = page.name.rpartition("/")[0]
    return Inline(addresses(builder.get_relative_uri, folder), page.language)


def test_every_page_is_what_the_theme_makes_of_it(builder: StandaloneHTMLBuilder) -> None:
    asked: list[str] = []

    def theme(name: str, context: dict[str, object]) -> str:
        asked.append(name)
        return themed(builder, name, context)

    shells = Shells(theme)
    site = the_small_site()
    pages = [page for page in record_pages(site) if not is_in_navigation(page.name, site)]
    for page in pages:
        context = context_of(site, page, inline_of(builder, page))
        assert themed(builder, page.name, context) == shells.page(page.name, context).decode()

    assert len(asked) < len(pages) / 2


def test_so_are_those_of_relationships_that_are_too_many_to_name(
    builder: StandaloneHTMLBuilder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(navigation, "_MOST_RELATIONSHIPS", 0)
    shells = Shells(partial(themed, builder))
    site = the_small_site()
    pages = [
        page
        for page in record_pages(site)
        if "relationships/" in page.name and not is_in_navigation(page.name, site)
    ]
    for page in pages:
        context = context_of(site, page, inline_of(builder, page))
        assert themed(builder, page.name, context) == shells.page(page.name, context).decode()

    assert 4 * len(site.dataset.of("relationship")) == len(pages)


@pytest.mark.parametrize(
    "title", ["A &lt;b&gt; &amp; B", "Two  spaces", "“Quoted” &#34;x&#34;", "\u3000"]
)
def test_a_title_that_the_theme_would_change_is_left_to_the_theme(
    builder: StandaloneHTMLBuilder, title: str
) -> None:
    context = {"title": title, "body": "<p>milepost-slot-title-</p>", "toc": "", "metatags": ""}
    shells = Shells(lambda name, told: themed(builder, name, told))

    assert themed(builder, "people/x", context) == shells.page("people/x", context).decode()
