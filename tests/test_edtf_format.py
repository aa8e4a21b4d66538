"""Dates in words, in English, Japanese and Khmer."""

import pytest

from milepost import edtf
from milepost.edtf.words import LANGUAGES


@pytest.mark.parametrize(
    ("text", "english", "japanese", "khmer"),
    [
        ("1953-01-09", "9 January 1953", "1953年1月9日", "9 មករា 1953"),
        ("2013-12", "December 2013", "2013年12月", "ធ្នូ 2013"),
        ("1963", "1963", "1963年", "1963"),
        ("1963~", "about 1963", "1963年頃", "ប្រហែល 1963"),
        ("1963?", "1963 (uncertain)", "1963年（不確か）", "1963 (មិនប្រាកដ)"),
        ("1963%", "about 1963 (uncertain)", "1963年頃（不確か）", "ប្រហែល 1963 (មិនប្រាកដ)"),
        ("195X", "1950s", "1950年代", "ទសវត្សរ៍ឆ្នាំ 1950"),
        ("200X", "2000–2009", "2000〜2009年", "2000–2009"),
        ("19XX", "1900–1999", "1900〜1999年", "1900–1999"),
        ("XXXX-04-23", "23 April, year unknown", "4月23日（年は不明）", "23 មេសា (មិនដឹងឆ្នាំ)"),
        ("XXXX-12-XX", "December, year unknown", "12月（年は不明）", "ធ្នូ (មិនដឹងឆ្នាំ)"),
        (
            "XXXX-XX-07",
            "day 7, month and year unknown",
            "7日（年月は不明）",
            "ថ្ងៃទី 7 (មិនដឹងខែ និងឆ្នាំ)",
        ),
        ("156X-12-25", "25 December, 1560s", "1560年代の12月25日", "25 ធ្នូ, ទសវត្សរ៍ឆ្នាំ 1560"),
        ("XXXX", "date unknown", "日付不明", "មិនដឹងកាលបរិច្ឆេទ"),
        ("1985-04-XX", "April 1985, day unknown", "1985年4月（日は不明）", "មេសា 1985 (មិនដឹងថ្ងៃ)"),
        ("1985-XX", "1985, month unknown", "1985年（月は不明）", "1985 (មិនដឹងខែ)"),
        (
            "1985-XX-XX",
            "1985, month and day unknown",
            "1985年（月日は不明）",
            "1985 (មិនដឹងខែ និងថ្ងៃ)",
        ),
        ("-0043", "44 BCE", "紀元前44年", "44 មុន គ.ស."),
        ("0000", "1 BCE", "紀元前1年", "1 មុន គ.ស."),
        ("[1963,1966]", "1963 or 1966", "1963年または1966年", "1963 ឬ 1966"),
        (
            "[1963,1966,1967]",
            "1963, 1966 or 1967",
            "1963年、1966年または1967年",
            "1963, 1966 ឬ 1967",
        ),
        ("{1960,1961-12}", "1960 and December 1961", "1960年および1961年12月", "1960 និង ធ្នូ 1961"),
        (
            "[1963..1966]",
            "between 1963 and 1966",
            "1963年から1966年までの間",
            "ចន្លោះពី 1963 ដល់ 1966",
        ),
        ("[..2023-11]", "by November 2023", "2023年11月以前", "យ៉ាងយូរត្រឹម វិច្ឆិកា 2023"),
        ("[1953..]", "1953 or later", "1953年以降", "ចាប់ពី 1953 តទៅ"),
        ("1963/1966", "1963 to 1966", "1963年から1966年まで", "1963 ដល់ 1966"),
        ("1985/..", "from 1985", "1985年から", "ចាប់ពី 1985"),
        ("../1985", "until 1985", "1985年まで", "រហូតដល់ 1985"),
        (
            "1985/",
            "from 1985, end unknown",
            "1985年から（終了は不明）",
            "ចាប់ពី 1985 (មិនដឹងពេលបញ្ចប់)",
        ),
        (
            "/1985",
            "until 1985, start unknown",
            "1985年まで（開始は不明）",
            "រហូតដល់ 1985 (មិនដឹងពេលចាប់ផ្ដើម)",
        ),
        ("2001-21", "spring 2001", "2001年春", "និទាឃរដូវ 2001"),
        (
            "2001-28",
            "winter 2001 (northern hemisphere)",
            "2001年冬（北半球）",
            "រដូវរងា 2001 (អឌ្ឍគោលខាងជើង)",
        ),
        (
            "2001-29",
            "spring 2001 (southern hemisphere)",
            "2001年春（南半球）",
            "និទាឃរដូវ 2001 (អឌ្ឍគោលខាងត្បូង)",
        ),
        ("2001-34", "quarter 2 of 2001", "2001年第2四半期", "ត្រីមាសទី 2 ឆ្នាំ 2001"),
        ("2001-38", "May to August 2001", "2001年5月〜8月", "ឧសភា ដល់ សីហា 2001"),
        ("2001-41", "second half of 2001", "2001年下半期", "ឆមាសទី 2 ឆ្នាំ 2001"),
        ("Y17E7", "170000000", "170000000年", "170000000"),
        (
            "1985-04-12T23:20:30Z",
            "12 April 1985 23:20:30 UTC",
            "1985年4月12日 23:20:30 UTC",
            "12 មេសា 1985 23:20:30 UTC",
        ),
        (
            "?2004-06-~11",
            "11 June 2004 (day approximate, year uncertain)",
            "2004年6月11日（日はおおよそ、年は不確か）",
            "11 មិថុនា 2004 (ថ្ងៃប្រហែល, ឆ្នាំមិនប្រាកដ)",
        ),
    ],
)
def test_a_date_is_written_in_words(text: str, english: str, japanese: str, khmer: str) -> None:
    date = edtf.parse(text)
    assert [english, japanese, khmer] == [date.format(language) for language in ("en", "ja", "km")]


@pytest.mark.parametrize(
    "text", ["1X63", "2004-XX-23", "2004-04-X1", "2004-1X-05", "-01XX", "20XX-21", "199X-XX-23"]
)
def test_digits_unknown_where_no_phrase_exists_stay_as_edtf_writes_them(text: str) -> None:
    assert {text} == {edtf.parse(text).format(language) for language in LANGUAGES}


def test_a_set_with_a_range_and_open_ends_names_each_member() -> None:
    formatted = edtf.parse("[..1960,1963,1970..1972,1980-05..]").format("en")
    assert "by 1960, 1963, between 1970 and 1972 or May 1980 or later" == formatted


def test_a_language_without_words_is_refused_by_name() -> None:
    with pytest.raises(ValueError, match="no words for dates in 'fr'; there are en, ja, km"):
        edtf.parse("1963").format("fr")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_names_of_months_are_those_of_the_unicode_locale_data(language: str) -> None:
    babel_dates = pytest.importorskip("babel.dates", reason="needs babel, which comes with sphinx")
    names = babel_dates.get_month_names("wide", "format", locale=language)
    assert [names[month] for month in range(1, 13)] == [*LANGUAGES[language].months]
