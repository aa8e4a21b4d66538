"""What the page of a source says in words of our own."""

import pytest

from milepost.site.pages.source import language_name
from sites import the_site


def test_the_language_of_every_source_is_named_in_words() -> None:
    babel = pytest.importorskip("babel", reason="needs babel, which comes with sphinx")
    sources = the_site().dataset.of("source").values()
    tags = {source.body["language"] for source in sources}

    assert {tag: f"{babel.Locale.parse(tag, '-').english_name} ({tag})" for tag in tags} == {
        tag: language_name(tag) for tag in tags
    }
