"""Rules on files and on JSON text, as the reader enforces them, and on the order of keys."""

from collections.abc import Iterator
from itertools import islice

from milepost.model import Breach, Record
from milepost.rules.glance import ODD
from milepost.rules.registry import described, record_rule
from milepost.rules.view import View
from milepost.schema.key_order import misplaced


@described("FIL-001", "text")
def file_is_in_its_place() -> None:
    """Every file below dataset/ is a record in the folder of its kind.

    A file in the wrong folder would be read by nobody, and a reader would not miss it.

    Move it to the folder that the README shows for its kind, or out of dataset/.
    """


@described("FIL-002", "text")
def file_is_a_plain_file() -> None:
    """What is named as a record below dataset/ is a plain file: no link, no folder, no device.

    A link can lead out of the repository, and what it leads to is not in the release; a folder
    hides that the record is missing.

    Put the file itself in the place of the link or the folder.
    """


@described("FIL-003", "text")
def file_is_not_too_large() -> None:
    """No record is larger than 1 MiB, and no ledger larger than 64 MiB.

    A record is one event or one thing; a larger file is a mistake or an attack. A ledger lists all
    records of a version, and so grows with them.

    Split what is more than one record, and remove what is none.
    """


@described("JSN-001", "text")
def text_is_json() -> None:
    """The text of a record is JSON.

    What is not JSON cannot be read by any of the tools that people use.

    Mend the text at the place named; the usual slips are a comma too many or too few, and quotes.
    """


@described("JSN-002", "text")
def text_is_utf8() -> None:
    """The text of a record is UTF-8 without a byte order mark.

    Any other encoding turns Japanese and Khmer text into noise somewhere on its way.

    Save the file as UTF-8; in most editors this is a choice in the "save as" window.
    """


@described("JSN-003", "text")
def key_occurs_once() -> None:
    """A key occurs once in its object.

    JSON readers keep the last of two equal keys in silence, so that a claim would be lost.

    Merge the two, or rename one.
    """


@described("JSN-004", "text")
def text_is_canonical() -> None:
    """A record is spelt in the one canonical way: indented by two, unescaped, newline at the end.

    One spelling keeps differences between versions to what was meant to change.

    Run `milepost fix`, which rewrites the file.
    """


@described("JSN-005", "text")
def number_is_exact() -> None:
    """A number is small enough to be kept exactly.

    Larger numbers are rounded by some readers, each in a way of its own.

    Write quantities as text, with the digits of the source and a unit.
    """


@described("JSN-006", "text")
def nesting_is_shallow() -> None:
    """Values are nested at most 64 deep.

    No record needs more, and deep nesting exhausts the readers of other languages.

    Remove the brackets that are too many.
    """


@described("JSN-007", "text")
def text_is_composed() -> None:
    """All text is in Unicode Normalization Form C.

    Two spellings of one letter look alike and are not found by the same search.

    Run `milepost fix`, which composes the text.
    """


@described("JSN-008", "text")
def text_has_no_hidden_characters() -> None:
    """No text holds control characters, bidirectional controls or private characters.

    They are invisible, and can make a text read otherwise than it is stored.

    Delete the character at the place named and type the text anew.
    """


@record_rule("JSN-009", needs=ODD, severity="warning")
def keys_follow_the_schema(record: Record, view: View) -> Iterator[Breach]:
    """Keys stand in the order of the schema, and languages in the order en, ja, km, then others.

    One order makes records readable side by side and keeps differences small. Nothing is lost or
    misread without it, and so it stays a warning, one a file, beside what has to be thought about.

    Run `milepost fix`, which sorts the keys.
    """
    for at, before in islice(misplaced(view.schemas.orders[record.kind], record.body), 1):
        hint = "run `milepost fix`, which sorts the keys"
        yield Breach(at, f'"{at[-1]}" should stand before "{before}"', hint, key=True)


@described("JSN-010", "text")
def word_is_of_one_script() -> None:
    """No word mixes Latin letters with Greek, Cyrillic or Armenian ones, or hides a gap in them.

    Letters of these scripts look alike; a name with one of them is found by no search, and can pass
    for another.

    Type the word anew; the message names the letter.
    """


RULES = (
    file_is_in_its_place,
    file_is_a_plain_file,
    file_is_not_too_large,
    text_is_json,
    text_is_utf8,
    key_occurs_once,
    text_is_canonical,
    number_is_exact,
    nesting_is_shallow,
    text_is_composed,
    text_has_no_hidden_characters,
    keys_follow_the_schema,
    word_is_of_one_script,
)
