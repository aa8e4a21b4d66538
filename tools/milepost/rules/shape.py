"""Rules on the shape of a record, as the schema engine enforces them."""

from milepost.rules.registry import described


@described("SCH-001", "schema")
def required_property_is_present() -> None:
    """Every property that the schema requires is present.

    Pages and releases count on it.

    Add the property; the message gives an example.
    """


@described("SCH-002", "schema")
def property_is_known() -> None:
    """Every property is one that the schema knows.

    A misspelt key would be ignored in silence, and with it what it says.

    Mend the spelling, or remove the property; the codebook lists the ones there are.
    """


@described("SCH-003", "schema")
def value_has_its_type() -> None:
    """Every value has the type that the schema gives it.

    Programs that read the data count on a list being a list and a text a text.

    Write it as the example in the message.
    """


@described("SCH-004", "schema")
def value_has_its_form() -> None:
    """Every text has the form that the schema gives it.

    Identifiers, dates and addresses are read by programs, which take them by the letter.

    Write it as the example in the message.
    """


@described("SCH-005", "schema")
def value_is_one_of_the_choices() -> None:
    """A value with a fixed list of choices is one of them.

    A choice that nobody defined cannot be explained to a reader.

    Take one of the choices that the message lists.
    """


@described("SCH-006", "schema")
def collection_has_its_size() -> None:
    """A list or map has as many members as the schema allows, and none of them twice.

    An empty list says nothing that leaving it out does not say better.

    Fill it, or leave the property out; delete the second of two equal members.
    """


@described("SCH-007", "schema")
def number_is_in_range() -> None:
    """A number lies in the range that the schema gives.

    A latitude of 118 is a longitude in the wrong place.

    Write a number in the range.
    """


RULES = (
    required_property_is_present,
    property_is_known,
    value_has_its_type,
    value_has_its_form,
    value_is_one_of_the_choices,
    collection_has_its_size,
    number_is_in_range,
)
