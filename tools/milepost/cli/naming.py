"""The name of a new record's file: proposed, asked for, and never one that is taken."""

from collections.abc import Mapping
from functools import partial
from pathlib import PurePath
from typing import Any

from milepost.cli.asking import ask, is_terminal
from milepost.drafting.blanks import Blank, amiss, part_at
from milepost.drafting.draft import draft, proposed_name
from milepost.drafting.slugs import slug_of
from milepost.drafting.twins import told_of
from milepost.errors import UnansweredError
from milepost.kinds import ACTING
from milepost.loading import Checked
from milepost.rules.view import View
from milepost.suggestions import quoted


def named(before: Checked, kind: str, body: Mapping[str, Any], wanted: str | None) -> str:
    """Return the name of the file; UnansweredError where it is taken and nobody can be asked."""
    proposed = proposed_name(kind, body)
    name = wanted or proposed
    refusal = _refusal(before, kind, body, name)
    if kind in {"party", "relationship"} or wanted or not is_terminal():
        if refusal:
            message = f"nothing was written: {refusal}"
            raise UnansweredError(message)
        return name
    judge = partial(_refusal, before, kind, body)
    advice = refusal or f"an empty line takes {proposed}"
    answer = ask(_blank(before.view), judge, required=bool(refusal), advice=advice)
    return answer or proposed


def _blank(view: View) -> Blank:
    schema = {
        "title": "Name of the file",
        "description": "Lower-case letters and digits, with hyphens between words.",
        "examples": part_at(view.schemas.documents, "place", ("id",))["examples"],
    }
    return Blank(("id",), schema, {})


def _refusal(before: Checked, kind: str, body: Mapping[str, Any], name: str) -> str:
    """Return why a file cannot have a name, and what to do then, or nothing."""
    if not name:
        return "the title has no Latin letters to make a name of; give one with --slug"
    if amiss(before.view, "place", _blank(before.view), name):
        mend = f"; write {slug_of(name)}" if slug_of(name) else ""
        return (
            f"{quoted(name)} is no name of a file, which has lower-case letters and digits, with "
            f"hyphens between words{mend}"
        )
    path = draft(before.view, kind, body, name, name).path
    kinds = ACTING if kind in ACTING else (kind,) if kind != "milestone" else ()
    known = before.view.dataset
    other = next((r for k in kinds if (r := known.get(k, name))), None)
    if other is None and (before.root / path).exists():
        other = next((r for r in known if r.path == path), None)
        if other is None:
            return f"{path} is there already, and cannot be read; `milepost check` says why"
    if other is None:
        return ""
    cite = f"{PurePath(other.path).stem!r}" if kind != "milestone" else other.id
    return (
        f"{told_of(other)} has that name. If it is the same {kind}, use {cite}; "
        f"if not, give this one another name with --slug, such as {name}-2"
    )
