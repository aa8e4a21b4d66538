import time
import unicodedata

import pytest

from milepost.text.profile import Normalised, normalise


def paragraphs(text: str) -> list[str]:
    normal = normalise(text)
    return [normal.text[start:end] for start, end in normal.paragraphs]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("one\ntwo", "one two"),
        ("one\r\ntwo\rthree", "one two three"),
        ("one \t\xa0\u3000\u2003 two", "one two"),
        ("one\x0btwo\x0cthree\x85four\u2028five\u2029six", "one two three four five six"),
        ("one\x1ctwo", "one\x1ctwo"),
        ("  one  ", "one"),
        ("cafe\u0301", "café"),
        ("\u212bngström", "Ångström"),
        ("ភ្នំ\u200bពេញ", "ភ្នំពេញ"),
        ("a\u200b\u200c\u200d\u2060\ufeff\xadb", "ab"),
        ("e\u200d\u0301", "é"),
        ("‘a’ ‚b‛ “c” „d‟", "'a' 'b' \"c\" \"d\""),
        ("a‐b‑c‒d–e—f―g−h", "a-b-c-d-e-f-g-h"),
        ("両国 政府\nは", "両国政府は"),
        ("大使 を 交換 した 。 以上", "大使を交換した。以上"),
        ("トンレ サップ", "トンレサップ"),
        ("ﾌﾟﾉﾝ ﾍﾟﾝ", "ﾌﾟﾉﾝﾍﾟﾝ"),
        ("ព្រះរាជាណាចក្រ កម្ពុជា ។ ឆ្នាំ", "ព្រះរាជាណាចក្រកម្ពុជា។ឆ្នាំ"),
        ("ราชอาณาจักร ไทย", "ราชอาณาจักรไทย"),
        ("ສປປ ລາວ", "ສປປລາວ"),
        ("𠮷 田", "𠮷田"),
        ("（ 協定 ） ：", "（協定）："),
        ("1953 年", "1953 年"),
        ("日本 and カンボジア 王国", "日本 and カンボジア王国"),
        ("한국 정부", "한국 정부"),
        ("signed , sealed ; done . ( on paper ) :", "signed, sealed; done. (on paper):"),
        ("why ? 5 % [ x ]", "why ? 5 % [ x ]"),
        ("か\u200b\u3099 本", "が本"),
        ("", ""),
        (" \n\u200b\n ", ""),
    ],
)
def test_a_text_is_normalised_step_by_step(text: str, expected: str) -> None:
    assert expected == normalise(text).text


def test_blocks_are_parted_by_blank_lines_and_joined_by_one_space() -> None:
    text = "\n\nHeading\n\nFirst line\nsecond line\n \t \n\n\nLast.\n"
    assert ["Heading", "First line second line", "Last."] == paragraphs(text)
    assert "Heading First line second line Last." == normalise(text).text


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
def test_a_single_line_end_of_any_system_parts_no_blocks(ends: str) -> None:
    assert ["one two", "three"] == paragraphs(f"one{ends}two{ends}{ends}three")


def test_a_line_of_deleted_characters_is_blank() -> None:
    assert ["មួយ", "ពីរ"] == paragraphs("មួយ\n\u200b\nពីរ")


def test_a_space_that_is_deleted_between_blocks_leaves_the_ranges_right() -> None:
    text = "第一段落。\n\n第二段落。\n\nThird (\n\nfourth\n\n) fifth\n\nកថាខណ្ឌ\n\nចុងក្រោយ"
    expected = ["第一段落。", "第二段落。", "Third (", "fourth", ") fifth", "កថាខណ្ឌ", "ចុងក្រោយ"]
    assert expected == paragraphs(text)
    assert "第一段落。第二段落。 Third (fourth) fifth កថាខណ្ឌចុងក្រោយ" == normalise(text).text


def test_a_block_that_begins_with_a_mark_keeps_its_range() -> None:
    assert ["カ", "\u3099キ"] == paragraphs("カ\n\n\u3099キ")
    assert ["e", "\u0301a"] == paragraphs("e\n\n\u0301a")


def test_marks_that_change_places_over_a_border_leave_the_lengths() -> None:
    normal = normalise("ក\u17dd\n\n\u17d2ខ")
    assert unicodedata.normalize("NFC", "ក\u17dd\u17d2ខ") == normal.text
    assert ((0, 2), (2, 4)) == normal.paragraphs


def test_an_offset_belongs_to_the_paragraph_that_holds_it() -> None:
    normal = normalise("one\n\ntwo three\n\nfour")
    assert [1, 1, 1, 1, 2] == [normal.paragraph(offset) for offset in range(5)]
    assert [2, 3, 3] == [normal.paragraph(offset) for offset in (13, 14, 17)]


def test_a_text_without_paragraphs_has_none_to_name() -> None:
    assert Normalised("", ()) == normalise("")
    assert normalise("").paragraph(0) is None


def test_a_page_of_two_layouts_comes_out_alike() -> None:
    web = "The envoy “agreed” –\u00a0in principle.\n\n両国は合意した。"
    pdf = 'The envoy "agreed"\n-  in prin\xadciple .\r\n\r\n\r\n両国は\n合意 した。'
    assert normalise(web) == normalise(pdf)


def test_several_megabytes_are_normalised_in_bounded_time() -> None:
    page = "The two sides met twice that year.\n\n両国は 大使の交換に合意した。\nភាគី\u200bទាំងពីរ\n\n"
    begun = time.process_time()
    normal = normalise(page * 50_000)
    assert time.process_time() - begun < 10
    assert 100_000 == len(normal.paragraphs)


@pytest.mark.parametrize("text", [" " * 2_000_000, "\n \n" * 500_000, "( " * 1_000_000])
def test_a_text_of_nothing_but_space_is_normalised_in_bounded_time(text: str) -> None:
    begun = time.process_time()
    normalise(text)
    assert time.process_time() - begun < 10
