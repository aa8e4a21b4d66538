"""Answers to a draft: the record that they make, in the one order of keys, at its place."""

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Any

from milepost.derive.headline import headline_of
from milepost.drafting.blanks import blanks_of, is_list
from milepost.drafting.questions import QUESTIONS, Answers, Question
from milepost.drafting.slugs import initials_of, keywords_of, slug_of
from milepost.kinds import BY_NAME
from milepost.model import Path, Record
from milepost.rules.identity import year_of
from milepost.rules.view import View
from milepost.schema.key_order import ordered


def content_of(view: View, kind: str, given: Answers, today: str) -> dict[str, Any]:
    """Return what the answers say on a day, without an identifier."""
    body: dict[str, Any] = {}
    for question in QUESTIONS[kind]:
        words = given.get(question.flag)
        if words and question.flag != "headline":
            _put(body, question.at, _filled(view, kind, question, given))
    if kind == "milestone":
        _complete_milestone(view, body, given)
    if kind == "party" and not body["id"].startswith("x"):
        body.setdefault("codes", {})["iso_alpha_3"] = body["id"].upper()
    if kind == "relationship":
        body["parties"] = sorted(body["parties"])
        body["coverage"][0] |= {"key": "first", "as_of": today}
    return body


def proposed_name(kind: str, body: Mapping[str, Any]) -> str:
    """Return the name that a record's file would have without the year; empty where none offers.

    A relationship is named by its parties and a party by its code, and neither has a choice.
    """
    if kind == "relationship":
        return "-".join(body["parties"])
    if kind == "party":
        return str(body["id"])
    if kind == "source":
        publisher = initials_of(body["publisher"].get("en", ""))
        year = body.get("published", "")[:4]
        parts = (publisher, year if year.isdecimal() else "", keywords_of(body["label"]["en"], 24))
        return "-".join(part for part in parts if part)
    return slug_of(body["title" if kind == "milestone" else "name"].get("en", ""))


def draft(view: View, kind: str, body: Mapping[str, Any], name: str, identifier: str) -> Record:
    """Return the draft of a record with this name of its file and this identifier."""
    folder, up = f"dataset/{BY_NAME[kind].folder}", "../../"
    if kind == "milestone":
        folder, up = f"{folder}/{body['relationships'][0]}", "../../../"
        name = f"{_year(body)}-{name}"
    whole = {**body, "$schema": f"{up}schema/v1/{kind}.schema.json", "id": identifier}
    return Record(
        kind, identifier, f"{folder}/{name}.json", ordered(view.schemas.orders[kind], whole)
    )


def _year(body: Mapping[str, Any]) -> str:
    return year_of(headline_of(body) or {})


def _filled(view: View, kind: str, question: Question, given: Answers) -> Any:
    """Return the value that the answers to a question make."""
    blanks = blanks_of(view, kind, question, given)
    answers = given[question.flag]
    if question.parts:
        return [_member(question.parts, blanks, words) for words in answers]
    values = [blanks[0].value(words[0]) for words in answers]
    if blanks[0].by_language:
        return {tag: text for value in values for tag, text in value.items()}
    several = is_list(view.schemas.documents, kind, question)
    return list(dict.fromkeys(values)) if several else values[0]


def _member(parts: Sequence[str], blanks: Sequence[Any], words: Sequence[str]) -> dict[str, Any]:
    filled = zip(parts, blanks, words, strict=False)
    return {part: blank.value(word) for part, blank, word in filled if word}


def _put(body: dict[str, Any], at: Path, value: Any) -> None:
    here: Any = body
    for step, following in pairwise(at):
        if isinstance(step, int):
            here = here[step]
        else:
            here = here.setdefault(step, [{}] if isinstance(following, int) else {})
    here[at[-1]] = value


def _complete_milestone(view: View, body: dict[str, Any], given: Answers) -> None:
    """Add what follows from the answers: the headline, the side of each actor, no evidence yet."""
    body["evidence"] = []
    headline = given.get("headline")
    for stage in body["stages"] if headline else ():
        if headline and stage["stage"] == headline[0][0]:
            stage["headline"] = True
    sides = {side for dyad in body["relationships"] for side in dyad.split("-")}
    for actor in body.get("actors", ()):
        party = party_of(view, actor["actor"])
        actor["side"] = party if party in sides else "other"


def party_of(view: View, identifier: str) -> str:
    """Return the party that an actor is or belongs to, or an empty text."""
    seen: set[str] = set()
    while identifier not in seen:
        seen.add(identifier)
        if view.dataset.get("party", identifier):
            return identifier
        for kind in ("person", "organization", "place"):
            record = view.dataset.get(kind, identifier)
            if record:
                identifier = str(record.body.get("party") or record.body.get("within") or "")
                break
    return ""
