"""What is asked for a new record of each kind; words, examples and choices are the schema's."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

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
    Without `asked` there is the flag alone; with `languages` other languages are asked for too.
    `when` says after which answers it is asked.
    """

    flag: str
    at: Path
    parts: tuple[str, ...] = ()
    required: bool = False
    asked: bool = True
    languages: bool = False
    advice: str = ""
    when: Callable[[Answers], bool] = _always


FAMILY_NAME_FIRST = "the family name first where its bearer puts it first: Kishida Fumio, Hun Sen"
A_LEVEL_CHANGES = "only where relations, a mission or a named partnership begin, change or end"
NAME = Question("name", ("name",), required=True, languages=True)

QUESTIONS: Mapping[str, tuple[Question, ...]] = {
    "milestone": (
        Question("relationship", ("relationships",), required=True),
        Question("type", ("type",), required=True),
        Question("title", ("title",), required=True, languages=True),
        Question("translated", ("translated",), asked=False),
        Question("summary", ("summary",), required=True),
        Question("stage", ("stages",), ("stage", "date", "place", "end"), required=True),
        Question("headline", ("stages", 0, "headline"), required=True, when=_has_two_dates),
        Question("actor", ("actors",), ("actor", "role", "office")),
        Question("occasion", ("occasion",), asked=False),
        Question("protocol", ("protocol",), asked=False),
        Question("effect", ("effects",), ("track", "level", "from", "of"), advice=A_LEVEL_CHANGES),
        Question("quantity", ("quantities",), ("kind", "value"), asked=False),
        Question("topic", ("topics",)),
    ),
    "source": (
        Question("kind", ("kind",), required=True),
        Question("title", ("title",), advice="as it is printed; in Japanese, say, as ja=…"),
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
        replace(NAME, advice=FAMILY_NAME_FIRST),
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
