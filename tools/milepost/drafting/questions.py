"""What is asked for a new record of each kind; words, examples and choices are the schema's."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from milepost.model import Path

# The words of each answer by flag: one word, or one for each part of a member.
Answers = Mapping[str, Sequence[Sequence[str]]]


def _always(_given: Answers) -> bool:
    return True


def _has_date_of_publication(given: Answers) -> bool:
    return bool(given.get("published"))


def _has_two_dates(given: Answers) -> bool:
    return len(dated_stages(given)) > 1


def dated_stages(given: Answers) -> list[str]:
    """Return the stages that have been given a date."""
    return [words[0] for words in given.get("stage", ()) if len(words) > 1 and words[1]]


@dataclass(frozen=True, slots=True)
class Question:
    """A question: its flag, the place that the answer fills, and whether there must be one.

    `parts` are the properties of the members of a list, the first of which every member has.
    Without `asked` there is the flag alone. `when` says after which answers it is asked.
    """

    flag: str
    at: Path
    parts: tuple[str, ...] = ()
    required: bool = False
    asked: bool = True
    advice: str = ""
    when: Callable[[Answers], bool] = _always


FAMILY_NAME_FIRST = "the family name first where its bearer puts it first: Kishida Fumio, Hun Sen"
OTHER_LANGUAGES = "another language as ja=…"
NAME = Question("name", ("name",), required=True, advice=OTHER_LANGUAGES)

QUESTIONS: Mapping[str, tuple[Question, ...]] = {
    "milestone": (
        Question("relationship", ("relationships",), required=True),
        Question("type", ("type",), required=True),
        Question("title", ("title",), required=True, advice=OTHER_LANGUAGES),
        Question("translated", ("translated",), asked=False),
        Question("summary", ("summary",), required=True),
        Question("stage", ("stages",), ("stage", "date", "place"), required=True),
        Question("headline", ("stages", 0, "headline"), required=True, when=_has_two_dates),
        Question("actor", ("actors",), ("actor", "role", "office")),
        Question("occasion", ("occasion",), asked=False),
        Question("protocol", ("protocol",), asked=False),
        Question("effect", ("effects",), ("track", "level", "from", "of")),
        Question("quantity", ("quantities",), ("kind", "value"), asked=False),
        Question("topic", ("topics",)),
    ),
    "source": (
        Question("kind", ("kind",), required=True),
        Question(
            "title",
            ("title",),
            advice="as it is printed; one in another language than English as ja=…",
        ),
        Question("label", ("label",), required=True),
        Question("author", ("authors",), asked=False),
        Question("publisher", ("publisher",), required=True),
        Question("published", ("published",)),
        Question("basis", ("published_basis",), required=True, when=_has_date_of_publication),
        Question("language", ("language",), required=True),
        Question("url", ("urls",), ("url", "archived", "retrieved")),
        Question("consulted", ("consulted",), ("form", "extent", "on"), asked=False),
        Question("stake", ("stake",)),
        Question("derived-from", ("derived_from",), asked=False),
    ),
    "person": (
        Question(
            "name", ("name",), required=True, advice=f"{FAMILY_NAME_FIRST}; {OTHER_LANGUAGES}"
        ),
        Question("party", ("party",)),
    ),
    "organization": (NAME, Question("party", ("party",)), Question("place", ("place",))),
    "place": (NAME, Question("within", ("within",))),
    "occasion": (
        NAME,
        Question("date", ("date",)),
        Question("end", ("end",)),
        Question("place", ("place",)),
    ),
    "party": (
        Question("code", ("id",), required=True),
        NAME,
        Question("iso-alpha-2", ("codes", "iso_alpha_2")),
        Question("iso-numeric", ("codes", "iso_numeric")),
    ),
    "relationship": (
        Question("party", ("parties",), required=True),
        NAME,
        Question("type", ("coverage", 0, "types"), required=True),
        Question("from", ("coverage", 0, "from"), required=True),
        Question("to", ("coverage", 0, "to"), required=True),
        Question("completeness", ("coverage", 0, "completeness"), required=True),
        Question("method", ("coverage", 0, "method"), required=True),
    ),
}
