"""Language tags are told from the codes of countries."""

from itertools import product
from string import ascii_lowercase

import pytest

from milepost.language_tags import is_language, meant


def test_the_codes_of_two_letters_are_those_that_babel_knows() -> None:
    babel = pytest.importorskip("babel", reason="needs babel, which comes with sphinx")
    known = {tag for tag in babel.Locale("en").languages if len(tag) == 2}
    pairs = map("".join, product(ascii_lowercase, repeat=2))

    assert known - {"kr"} == set(filter(is_language, pairs))


@pytest.mark.parametrize("tag", ["ja", "ja-Latn", "zh-Hans-CN", "yue", "km-KH"])
def test_a_language_may_have_a_script_and_a_region(tag: str) -> None:
    assert is_language(tag)


@pytest.mark.parametrize(
    ("tag", "language"),
    [("jp", "ja"), ("kh", "km"), ("kr", "ko"), ("vn", "vi"), ("cn-Hans", "zh-Hans"), ("xx", "")],
)
def test_the_code_of_a_country_means_its_language(tag: str, language: str) -> None:
    assert not is_language(tag)
    assert language == meant(tag)
