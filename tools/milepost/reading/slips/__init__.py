"""Why a text is not JSON: from the place where it breaks off to words and a line to paste."""

from typing import Final

from milepost.reading.lines import Lines
from milepost.reading.outline import Stop
from milepost.reading.slips import foreign, punctuation, quotation, whole, words
from milepost.reading.slips.slip import Recogniser, Slip, unexpected

# The first that knows the slip answers, so what is most particular stands first.
_RECOGNISERS: Final[tuple[Recogniser, ...]] = (
    whole.empty_file,
    whole.merge_marker,
    whole.text_after_the_end,
    foreign.comment,
    foreign.look_alike,
    quotation.broken_string,
    quotation.other_quotation_mark,
    quotation.bare_quotation_mark,
    punctuation.trailing_comma,
    punctuation.second_comma,
    punctuation.key_in_a_list,
    punctuation.wrong_bracket,
    punctuation.missing_colon,
    punctuation.missing_comma,
    whole.unclosed_bracket,
    words.key_that_is_no_text,
    words.word,
)


def recognised(text: str, stop: Stop, lines: Lines) -> Slip:
    """Return the slip for which a text stopped being JSON."""
    for recogniser in _RECOGNISERS:
        slip = recogniser(text, stop, lines)
        if slip:
            return slip
    return unexpected(text, stop)
