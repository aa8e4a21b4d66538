"""Texts of invented words: titles, sentences, slugs, and maps of one text in several languages."""

from random import Random
from typing import Final

from bench.generator.lexicon import lexicon

LANGUAGES: Final = ("en", "ja", "km")
# Khmer is written without spaces; on the web, this one shows where a line may break.
_ZERO_WIDTH_SPACE: Final = "\u200b"
_JOINTS: Final = {"en": " ", "ja": "", "km": _ZERO_WIDTH_SPACE}
_STOPS: Final = {"en": ".", "ja": "。", "km": "។"}
_SENTENCE: Final = 14


def title(rng: Random, language: str, words: int) -> str:
    """Return a title of some words."""
    text = _JOINTS[language].join(lexicon(language).draw(rng, words))
    return text[0].upper() + text[1:]


def paragraph(rng: Random, language: str, words: int) -> str:
    """Return sentences of some words in all."""
    lengths = [_SENTENCE] * (words // _SENTENCE) or [words]
    sentences = (title(rng, language, length) + _STOPS[language] for length in lengths)
    return (" " if language == "en" else "").join(sentences)


def slug(rng: Random, words: int) -> str:
    """Return a slug of some words."""
    return "-".join(lexicon("en").draw(rng, words))


def titles(rng: Random, words: int) -> dict[str, str]:
    """Return one title in English, mostly in Japanese too, and often in Khmer."""
    return {language: title(rng, language, words) for language in _languages(rng)}


def paragraphs(rng: Random, words: int) -> dict[str, str]:
    """Return one paragraph in English, mostly in Japanese too, and often in Khmer."""
    return {language: paragraph(rng, language, words) for language in _languages(rng)}


def _languages(rng: Random) -> list[str]:
    chances = (1.0, 0.7, 0.5)
    pairs = zip(LANGUAGES, chances, strict=True)
    return [language for language, chance in pairs if rng.random() < chance]
