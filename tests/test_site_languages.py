"""Pages in Japanese and Khmer: they read as such, and say what nobody has reviewed."""

import pytest

from milepost.site.languages.pages import names_in_other_languages, pages_in_other_languages
from milepost.site.languages.words import CATALOGUES, Words, beside
from milepost.site.rendering import Inline, body_of
from sites import the_site, the_small_site


def shown(language: str) -> str:
    """Return the HTML of the page of the relationship of the small site in a language."""
    (page,) = (
        page
        for page in pages_in_other_languages(the_small_site())
        if page.name == f"{language}/relationships/jpn-khm"
    )
    return body_of(page, Inline(lambda name, _: f"{name}.html", language))


@pytest.mark.parametrize("words", CATALOGUES, ids=[words.language for words in CATALOGUES])
def test_catalogues_have_the_same_words_and_say_that_they_are_unreviewed(words: Words) -> None:
    assert CATALOGUES[0].words.keys() == words.words.keys()
    assert words.review in shown(words.language)


def test_dates_terms_and_names_are_in_the_language_of_the_page() -> None:
    assert "<td>1953年1月9日</td>" in shown("ja")
    assert "包括的戦略的パートナーシップ" in shown("ja")
    assert "<td>9 មករា 1953</td>" in shown("km")


def test_what_has_no_translation_stands_in_english_and_says_so() -> None:
    html = shown("km")

    assert '<h1 lang="en">Cambodia–Japan</h1>' in html
    assert '<span lang="en">Diplomatic relations</span>' in html
    assert 'lang="en"' not in shown("ja").partition("<tbody>")[0]


def test_a_title_that_the_editors_translated_says_so() -> None:
    assert "編集者による訳" in shown("ja")


def test_every_relationship_has_a_page_in_every_language() -> None:
    made = [page.name for page in pages_in_other_languages(the_site())]

    assert made == names_in_other_languages(the_site())
    assert len(CATALOGUES) * (1 + len(the_site().dataset.of("relationship"))) == len(made)


def test_a_page_leads_to_itself_in_the_other_languages() -> None:
    assert [
        ("en", "English", "relationships/jpn-khm"),
        ("ja", "日本語", "ja/relationships/jpn-khm"),
        ("km", "ភាសាខ្មែរ", "km/relationships/jpn-khm"),
    ] == beside("ja/relationships/jpn-khm")
    assert "ja/relationships/index" == beside("download")[1][2]
