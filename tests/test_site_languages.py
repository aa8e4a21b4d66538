"""Pages in Japanese and Khmer: they read as such, and say what nobody has reviewed."""

import pytest

from milepost.site.inline import Inline
from milepost.site.languages.beside import beside, has_languages
from milepost.site.languages.catalogue import Catalogue
from milepost.site.languages.pages import names_in_other_languages, pages_in_other_languages
from milepost.site.languages.words import CATALOGUES
from milepost.site.navigation import FRAME
from milepost.site.rendering import body_of
from sites import built, the_site, the_small_site


def shown(language: str, name: str = "relationships/jpn-khm") -> str:
    """Return the HTML of a page of the small site in a language."""
    pages = pages_in_other_languages(the_small_site())
    (page,) = (page for page in pages if page.name == f"{language}/{name}")
    return body_of(page, Inline(lambda name, _: f"{name}.html", language))


@pytest.mark.parametrize("words", CATALOGUES, ids=[words.language for words in CATALOGUES])
def test_catalogues_have_the_same_words_and_say_that_they_are_unreviewed(words: Catalogue) -> None:
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


def test_every_relationship_and_every_milestone_has_a_page_in_every_language() -> None:
    made = [page.name for page in pages_in_other_languages(the_site())]
    records = [*the_site().dataset.of("relationship"), *the_site().dataset.of("milestone")]

    assert sorted(made) == sorted(names_in_other_languages(the_site()))
    assert len(CATALOGUES) * (1 + len(records)) == len(set(made))


def test_a_milestone_says_what_was_done_when_where_and_by_whom() -> None:
    html = shown("ja", "milestones/mp-mv56rpm")

    assert "<h1>熊本における日本・カンボジア首脳会談</h1>" in html
    assert "<dd>2022年4月23日</dd>" in html
    assert '<a href="places/kumamoto.html">熊本市</a>' in html
    assert '<a href="people/hun-sen.html">フン・セン</a>' in html
    assert "首相" in html
    assert '<a href="ja/relationships/jpn-khm.html">' in html
    assert '<p class="mp-summary"><span lang="en">Hun Sen and Kishida Fumio met' in html


def test_what_a_milestone_has_none_of_is_no_empty_column() -> None:
    assert "ដំណាក់កាល" in shown("km", "milestones/mp-mv56rpm")
    assert "ថ្ងៃបញ្ចប់" not in shown("km", "milestones/mp-mv56rpm")


def test_the_disputes_of_a_milestone_are_counted() -> None:
    html = shown("ja", "milestones/mp-bqdztmr")

    assert "<dt>決着した典拠の食い違い</dt><dd>1</dd>" in html
    assert "未解決の典拠の食い違い" not in html


def test_a_page_leads_to_itself_in_the_other_languages() -> None:
    assert [
        ("en", "English", "relationships/jpn-khm"),
        ("ja", "日本語", "ja/relationships/jpn-khm"),
        ("km", "ភាសាខ្មែរ", "km/relationships/jpn-khm"),
    ] == beside("ja/relationships/jpn-khm", in_all=True)


@pytest.mark.parametrize(
    "page", ["download", "milestones/mp-gone", "relationships/jpn-khm-sources"]
)
def test_a_page_in_english_alone_leads_to_the_list_of_relationships(page: str) -> None:
    assert not has_languages(the_site(), page)
    assert "ja/relationships/index" == beside(page, in_all=False)[1][2]


def test_the_frame_of_a_page_is_in_its_language_too() -> None:
    html = (built() / "ja/milestones/mp-mv56rpm.html").read_text("utf-8")

    assert '<html class="no-js" lang="ja"' in html
    assert ">本文へ移動</a>" in html
    assert '<span class="caption-text">二国間関係</span>' in html
    assert '../relationships/jpn-khm.html">日本・カンボジア</a>' in html
    assert "2026年11月22日時点の状況。" in html
    assert [] == [english for english in FRAME if f">{english}<" in html or f'"{english}"' in html]


def test_a_hand_written_page_says_in_which_language_a_foreign_name_is() -> None:
    html = (built() / "relationships/jpn-khm.html").read_text("utf-8")
    name = the_site().dataset.of("relationship")["jpn-khm"].body["name"]["ja"]

    assert f'<span lang="ja">{name}</span> (editors’ translation)' in html
