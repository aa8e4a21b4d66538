"""The words of the interface by language, and whether a speaker has reviewed them."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Words:
    """A catalogue: the name of the language in itself, and each word by its English.

    `review` says on each page that no speaker has reviewed it; it is empty once one has.
    """

    language: str
    name: str
    review: str
    words: Mapping[str, str]

    def __call__(self, english: str) -> str:
        """Return a word of the interface."""
        return self.words[english]


CATALOGUES = (
    Words(
        "ja",
        "日本語",
        "この日本語訳は話者による確認をまだ受けていません。正本は英語のページです。",
        {
            "Relationships": "二国間関係",
            "Parties": "当事国",
            "Present status": "現在の状況",
            "Status on": "状況の基準日",
            "Relationship": "関係",
            "Track": "分野",
            "Level": "段階",
            "Since": "開始日",
            "Certainty": "確実さ",
            "certain": "確実",
            "possible": "可能性あり",
            "Milestones": "出来事の年表",
            "Date": "日付",
            "Milestone": "出来事",
            "Type": "種類",
            "editors’ translation": "編集者による訳",
            "Evidence and disputes, in English": "典拠と異説は英語のページへ",
            "diplomatic": "外交関係",
            "missions": "在外公館",
            "partnership": "パートナーシップ",
        },
    ),
    Words(
        "km",
        "ភាសាខ្មែរ",
        "ការបកប្រែជាភាសាខ្មែរនេះ មិនទាន់មានអ្នកនិយាយភាសាខ្មែរពិនិត្យនៅឡើយទេ។ ទំព័រភាសាអង់គ្លេសជាឯកសារគោល។",
        {
            "Relationships": "ទំនាក់ទំនងទ្វេភាគី",
            "Parties": "ភាគី",
            "Present status": "ស្ថានភាពបច្ចុប្បន្ន",
            "Status on": "ស្ថានភាពគិតត្រឹមថ្ងៃ",
            "Relationship": "ទំនាក់ទំនង",
            "Track": "ផ្នែក",
            "Level": "កម្រិត",
            "Since": "ចាប់តាំងពី",
            "Certainty": "ភាពប្រាកដ",
            "certain": "ប្រាកដ",
            "possible": "អាចទៅរួច",
            "Milestones": "កាលប្បវត្តិ",
            "Date": "កាលបរិច្ឆេទ",
            "Milestone": "ព្រឹត្តិការណ៍",
            "Type": "ប្រភេទ",
            "editors’ translation": "បកប្រែដោយអ្នកកែសម្រួល",
            "Evidence and disputes, in English": "ភស្តុតាង និងចំណុចខ្វែងគ្នា ជាភាសាអង់គ្លេស",
            "diplomatic": "ទំនាក់ទំនងការទូត",
            "missions": "បេសកកម្មការទូត",
            "partnership": "ភាពជាដៃគូ",
        },
    ),
)


def page_in(language: str, page: str) -> str:
    """Return the name of a page in another language."""
    return f"{language}/{page}"


def language_of(page: str) -> str:
    """Return the language of a page by its name, English unless it lies in the folder of one."""
    folder = page.partition("/")[0]
    return next((words.language for words in CATALOGUES if words.language == folder), "en")


def in_english(page: str) -> str:
    """Return the name of the English page that a page in any language stands beside."""
    return page if language_of(page) == "en" else page.partition("/")[2]


def has_languages(page: str) -> bool:
    """Return whether an English page stands in other languages too; lists of sources do not."""
    return page.startswith("relationships/") and not page.endswith("-sources")


def beside(page: str) -> list[tuple[str, str, str]]:
    """Return the languages to choose from on a page: language, its own name, the page in it.

    Only relationships have pages in other languages; elsewhere the choice leads to all of them.
    """
    own = in_english(page)
    there = own if has_languages(own) else "relationships/index"
    others = [(w.language, w.name, page_in(w.language, there)) for w in CATALOGUES]
    return [("en", "English", own), *others]
