# ruff: noqa: RUF001 (Japanese writes brackets and tildes in full width)
"""The words and patterns with which a date is written in English, Japanese and Khmer."""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Words:
    """One language: the names of months and the patterns into which dates and numbers go."""

    months: tuple[str, ...]
    day: str
    month: str
    year: str
    year_before_era: str
    decade: str
    years: str
    day_of_year: str
    among_years: str
    day_unknown: str
    month_unknown: str
    month_and_day_unknown: str
    year_unknown: str
    year_and_month_unknown: str
    nothing_known: str
    seasons: tuple[str, ...]
    north: str
    south: str
    quarter: str
    halves: tuple[str, ...]
    month_range: str
    approximate: str
    uncertain: str
    component: dict[str, str]
    component_approximate: str
    component_uncertain: str
    marks: str
    mark_separator: str
    separator: str
    last_or: str
    last_and: str
    within: str
    by: str
    since: str
    lasted: str
    lasted_since: str
    lasted_until: str
    start_unknown: str
    end_unknown: str


ENGLISH: Final = Words(
    months=(
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ),
    day="{day} {month} {year}",
    month="{month} {year}",
    year="{year}",
    year_before_era="{year} BCE",
    decade="{year}s",
    years="{first}–{last}",
    day_of_year="{day} {month}",
    among_years="{date}, {years}",
    day_unknown="{date}, day unknown",
    month_unknown="{date}, month unknown",
    month_and_day_unknown="{date}, month and day unknown",
    year_unknown="{date}, year unknown",
    year_and_month_unknown="day {day}, month and year unknown",
    nothing_known="date unknown",
    seasons=("spring {year}", "summer {year}", "autumn {year}", "winter {year}"),
    north="{date} (northern hemisphere)",
    south="{date} (southern hemisphere)",
    quarter="quarter {number} of {year}",
    halves=("first half of {year}", "second half of {year}"),
    month_range="{first} to {last} {year}",
    approximate="about {date}",
    uncertain="{date} (uncertain)",
    component={"y": "year", "m": "month", "d": "day"},
    component_approximate="{component} approximate",
    component_uncertain="{component} uncertain",
    marks="{date} ({marks})",
    mark_separator=", ",
    separator=", ",
    last_or="{dates} or {last}",
    last_and="{dates} and {last}",
    within="between {first} and {last}",
    by="by {date}",
    since="{date} or later",
    lasted="{first} to {last}",
    lasted_since="from {date}",
    lasted_until="until {date}",
    start_unknown="until {date}, start unknown",
    end_unknown="from {date}, end unknown",
)

JAPANESE: Final = Words(
    months=tuple(f"{month}月" for month in range(1, 13)),
    day="{year}{month}{day}日",
    month="{year}{month}",
    year="{year}年",
    year_before_era="紀元前{year}年",
    decade="{year}年代",
    years="{first}〜{last}年",
    day_of_year="{month}{day}日",
    among_years="{years}の{date}",
    day_unknown="{date}（日は不明）",
    month_unknown="{date}（月は不明）",
    month_and_day_unknown="{date}（月日は不明）",
    year_unknown="{date}（年は不明）",
    year_and_month_unknown="{day}日（年月は不明）",
    nothing_known="日付不明",
    seasons=("{year}春", "{year}夏", "{year}秋", "{year}冬"),
    north="{date}（北半球）",
    south="{date}（南半球）",
    quarter="{year}第{number}四半期",
    halves=("{year}上半期", "{year}下半期"),
    month_range="{year}{first}〜{last}",
    approximate="{date}頃",
    uncertain="{date}（不確か）",
    component={"y": "年", "m": "月", "d": "日"},
    component_approximate="{component}はおおよそ",
    component_uncertain="{component}は不確か",
    marks="{date}（{marks}）",
    mark_separator="、",
    separator="、",
    last_or="{dates}または{last}",
    last_and="{dates}および{last}",
    within="{first}から{last}までの間",
    by="{date}以前",
    since="{date}以降",
    lasted="{first}から{last}まで",
    lasted_since="{date}から",
    lasted_until="{date}まで",
    start_unknown="{date}まで（開始は不明）",
    end_unknown="{date}から（終了は不明）",
)

KHMER: Final = Words(
    months=(
        "មករា",
        "កុម្ភៈ",
        "មីនា",
        "មេសា",
        "ឧសភា",
        "មិថុនា",
        "កក្កដា",
        "សីហា",
        "កញ្ញា",
        "តុលា",
        "វិច្ឆិកា",
        "ធ្នូ",
    ),
    day="{day} {month} {year}",
    month="{month} {year}",
    year="{year}",
    year_before_era="{year} មុន គ.ស.",
    decade="ទសវត្សរ៍ឆ្នាំ {year}",
    years="{first}–{last}",
    day_of_year="{day} {month}",
    among_years="{date}, {years}",
    day_unknown="{date} (មិនដឹងថ្ងៃ)",
    month_unknown="{date} (មិនដឹងខែ)",
    month_and_day_unknown="{date} (មិនដឹងខែ និងថ្ងៃ)",
    year_unknown="{date} (មិនដឹងឆ្នាំ)",
    year_and_month_unknown="ថ្ងៃទី {day} (មិនដឹងខែ និងឆ្នាំ)",
    nothing_known="មិនដឹងកាលបរិច្ឆេទ",
    seasons=("និទាឃរដូវ {year}", "រដូវក្ដៅ {year}", "សរទរដូវ {year}", "រដូវរងា {year}"),
    north="{date} (អឌ្ឍគោលខាងជើង)",
    south="{date} (អឌ្ឍគោលខាងត្បូង)",
    quarter="ត្រីមាសទី {number} ឆ្នាំ {year}",
    halves=("ឆមាសទី 1 ឆ្នាំ {year}", "ឆមាសទី 2 ឆ្នាំ {year}"),
    month_range="{first} ដល់ {last} {year}",
    approximate="ប្រហែល {date}",
    uncertain="{date} (មិនប្រាកដ)",
    component={"y": "ឆ្នាំ", "m": "ខែ", "d": "ថ្ងៃ"},
    component_approximate="{component}ប្រហែល",
    component_uncertain="{component}មិនប្រាកដ",
    marks="{date} ({marks})",
    mark_separator=", ",
    separator=", ",
    last_or="{dates} ឬ {last}",
    last_and="{dates} និង {last}",
    within="ចន្លោះពី {first} ដល់ {last}",
    by="យ៉ាងយូរត្រឹម {date}",
    since="ចាប់ពី {date} តទៅ",
    lasted="{first} ដល់ {last}",
    lasted_since="ចាប់ពី {date}",
    lasted_until="រហូតដល់ {date}",
    start_unknown="រហូតដល់ {date} (មិនដឹងពេលចាប់ផ្ដើម)",
    end_unknown="ចាប់ពី {date} (មិនដឹងពេលបញ្ចប់)",
)

LANGUAGES: Final = {"en": ENGLISH, "ja": JAPANESE, "km": KHMER}
