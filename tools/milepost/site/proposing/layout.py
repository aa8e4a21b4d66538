"""What the form asks, in its order: parts of the schemas by path, in groups with a heading."""

from typing import NamedTuple


class Group(NamedTuple):
    """Questions under one heading, about one record of a kind or about one member of a list.

    `paths` lead into the schema of `kind`. In a path, a number is a place in a list, and @ stands
    for the language of the source. With `members` the group can be repeated, each time for one
    member of that list of the record `into`; `once` is what one of them is called.
    """

    name: str
    kind: str
    title: str
    help: str
    paths: tuple[str, ...]
    members: str = ""
    once: str = ""
    least: int = 0


SOURCE = Group(
    "source",
    "source",
    "The new source",
    "Only what you saw yourself. A title is copied as the source prints it; the label is yours.",
    (
        "id",
        "kind",
        "label/en",
        "language",
        "title/@",
        "publisher/en",
        "authors/0",
        "published",
        "published_basis",
        "urls/0/url",
        "urls/0/archived",
        "urls/0/retrieved",
        "consulted/0/form",
        "consulted/0/extent",
        "consulted/0/on",
        "stake/0",
        "derived_from/0",
    ),
)
EVIDENCE = Group(
    "entry",
    "evidence",
    "Where it says so",
    "At least one of page, section, article or paragraph. Do not quote: others look there.",
    (
        "read",
        "locator/page",
        "locator/section",
        "locator/article",
        "locator/paragraph",
        "speaker/who",
        "speaker/office",
        "speaker/for",
        "note/en",
    ),
)
MILESTONE = Group(
    "milestone",
    "milestone",
    "The milestone",
    "What happened between the two, in your own words.",
    (
        "relationships/0",
        "type",
        "title/en",
        "summary/en",
        "occasion",
        "protocol",
        "topics/0",
        "note/en",
    ),
)
STAGES = Group(
    "stages",
    "milestone",
    "Stages",
    "The acts of which it consists. A date is written as exactly as the source gives it.",
    ("stages/0/stage", "stages/0/date", "stages/0/end", "stages/0/place", "stages/0/headline"),
    "stages",
    "stage",
    least=1,
)
ACTORS = Group(
    "actors",
    "milestone",
    "Who took part",
    "The states themselves count too, where the source says that they did it.",
    ("actors/0/actor", "actors/0/side", "actors/0/role", "actors/0/office"),
    "actors",
    "actor",
)
QUANTITIES = Group(
    "quantities",
    "milestone",
    "Amounts",
    "Sums and counts that the source gives.",
    ("quantities/0/kind", "quantities/0/value"),
    "quantities",
    "amount",
)
PEOPLE = Group(
    "people",
    "person",
    "People who are not recorded yet",
    "In a public role only. Use the name given here in the fields above.",
    ("id", "name/en", "party"),
    "people",
    "person",
)
PLACES = Group(
    "places",
    "place",
    "Places that are not recorded yet",
    "Use the name given here in the fields above.",
    ("id", "name/en", "within"),
    "places",
    "place",
)
# In the order in which somebody who holds a source answers.
GROUPS = (SOURCE, EVIDENCE, MILESTONE, STAGES, ACTORS, QUANTITIES, PEOPLE, PLACES)
