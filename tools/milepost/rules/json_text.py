"""The rules on files and on JSON text, as the reader enforces them."""

from milepost.rules.registry import described

RULES = (
    described(
        "FIL-001",
        "file_is_in_its_place",
        "text",
        """
    Every file below dataset/ is a record in the folder of its kind.

    A file in the wrong folder would be read by nobody, and a reader would not miss it.

    Move it to the folder that the README shows for its kind, or out of dataset/.
    """,
    ),
    described(
        "FIL-002",
        "file_is_a_plain_file",
        "text",
        """
    Every file below dataset/ is a plain file, and neither a link nor a device.

    A link can lead out of the repository, and what it leads to is not in the release.

    Put the file itself in the place of the link.
    """,
    ),
    described(
        "FIL-003",
        "file_is_not_too_large",
        "text",
        """
    No record is larger than 1 MiB.

    A record is one event or one thing; a larger file is a mistake or an attack.

    Split what is more than one record, and remove what is none.
    """,
    ),
    described(
        "JSN-001",
        "text_is_json",
        "text",
        """
    The text of a record is JSON.

    What is not JSON cannot be read by any of the tools that people use.

    Mend the text at the place named; the usual slips are a comma too many or too few, and quotes.
    """,
    ),
    described(
        "JSN-002",
        "text_is_utf8",
        "text",
        """
    The text of a record is UTF-8 without a byte order mark.

    Any other encoding turns Japanese and Khmer text into noise somewhere on its way.

    Save the file as UTF-8; in most editors this is a choice in the "save as" window.
    """,
    ),
    described(
        "JSN-003",
        "key_occurs_once",
        "text",
        """
    A key occurs once in its object.

    JSON readers keep the last of two equal keys in silence, so that a claim would be lost.

    Merge the two, or rename one.
    """,
    ),
    described(
        "JSN-004",
        "text_is_canonical",
        "text",
        """
    A record is spelt in the one canonical way: two spaces of indent, no escapes, a final newline.

    One spelling keeps differences between versions to what was meant to change.

    Run `milepost fix`, which rewrites the file.
    """,
    ),
    described(
        "JSN-005",
        "number_is_exact",
        "text",
        """
    A number is small enough to be kept exactly.

    Larger numbers are rounded by some readers, each in a way of its own.

    Write quantities as text, with the digits of the source and a unit.
    """,
    ),
    described(
        "JSN-006",
        "nesting_is_shallow",
        "text",
        """
    Values are nested at most 64 deep.

    No record needs more, and deep nesting exhausts the readers of other languages.

    Remove the brackets that are too many.
    """,
    ),
    described(
        "JSN-007",
        "text_is_composed",
        "text",
        """
    All text is in Unicode Normalization Form C.

    Two spellings of one letter look alike and are not found by the same search.

    Run `milepost fix`, which composes the text.
    """,
    ),
    described(
        "JSN-008",
        "text_has_no_hidden_characters",
        "text",
        """
    No text holds control characters, bidirectional controls or private characters.

    They are invisible, and can make a text read otherwise than it is stored.

    Delete the character at the place named and type the text anew.
    """,
    ),
    described(
        "JSN-009",
        "keys_follow_the_schema",
        "text",
        """
    Keys stand in the order of the schema, and languages in the order en, ja, km, then others.

    One order makes records readable side by side and keeps differences small.

    Run `milepost fix`, which sorts the keys.
    """,
    ),
    described(
        "SCH-001",
        "required_property_is_present",
        "schema",
        """
    Every property that the schema requires is present.

    Pages and releases count on it.

    Add the property; the message gives an example.
    """,
    ),
    described(
        "SCH-002",
        "property_is_known",
        "schema",
        """
    Every property is one that the schema knows.

    A misspelt key would be ignored in silence, and with it what it says.

    Mend the spelling, or remove the property; the codebook lists the ones there are.
    """,
    ),
    described(
        "SCH-003",
        "value_has_its_type",
        "schema",
        """
    Every value has the type that the schema gives it.

    Programs that read the data count on a list being a list and a text a text.

    Write it as the example in the message.
    """,
    ),
    described(
        "SCH-004",
        "value_has_its_form",
        "schema",
        """
    Every text has the form that the schema gives it.

    Identifiers, dates and addresses are read by programs, which take them by the letter.

    Write it as the example in the message.
    """,
    ),
    described(
        "SCH-005",
        "value_is_one_of_the_choices",
        "schema",
        """
    A value with a fixed list of choices is one of them.

    A choice that nobody defined cannot be explained to a reader.

    Take one of the choices that the message lists.
    """,
    ),
    described(
        "SCH-006",
        "collection_has_its_size",
        "schema",
        """
    A list or map has as many members as the schema allows, and none of them twice.

    An empty list says nothing that leaving it out does not say better.

    Fill it, or leave the property out; delete the second of two equal members.
    """,
    ),
    described(
        "SCH-007",
        "number_is_in_range",
        "schema",
        """
    A number lies in the range that the schema gives.

    A latitude of 118 is a longitude in the wrong place.

    Write a number in the range.
    """,
    ),
)
