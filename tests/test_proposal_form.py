"""The questions of the form for a new milestone: those of the schemas, in their words."""

import json

import pytest

from milepost.site.proposing.form import form_html
from milepost.site.proposing.layout import ACTORS, EVIDENCE, GROUPS, MILESTONE, SOURCE, STAGES
from milepost.site.proposing.questions import Question, questions
from milepost.site.proposing.script_data import known, script_data
from sites import read, the_small_site


def asked(group_name: str) -> dict[str, Question]:
    group = next(group for group in GROUPS if group.name == group_name)
    return {question.path: question for question in questions(the_small_site(), group)}


def needed(group_name: str) -> set[str]:
    return {path for path, question in asked(group_name).items() if question.required}


def test_what_the_schema_requires_is_needed() -> None:
    assert {"id", "kind", "label/en", "language", "publisher/en"} == needed(SOURCE.name)
    assert {"relationships/0", "type", "title/en", "summary/en"} == needed(MILESTONE.name)
    assert {"read"} == needed(EVIDENCE.name)


def test_what_a_member_of_a_list_requires_is_needed_once_it_is_begun() -> None:
    assert {"stages/0/stage"} == needed(STAGES.name)
    assert {"actors/0/actor", "actors/0/side", "actors/0/role"} == needed(ACTORS.name)


def test_a_question_is_asked_in_the_words_of_the_schema() -> None:
    question = asked("stages")["stages/0/date"]
    written = the_small_site().view.schemas.documents["milestone"]["properties"]["stages"]
    date = written["items"]["properties"]["date"]

    assert (date["title"], date["description"]) == (question.label, question.help)
    assert date["examples"][0] == question.example


@pytest.mark.parametrize(
    ("group", "path", "control"),
    [
        ("source", "kind", "choice"),
        ("source", "published_basis", "choice"),
        ("source", "urls/0/retrieved", "day"),
        ("entry", "speaker/who", "known"),
        ("entry", "locator/paragraph", "number"),
        ("milestone", "summary/en", "long"),
        ("stages", "stages/0/date", "text"),
        ("stages", "stages/0/place", "known"),
        ("stages", "stages/0/headline", "mark"),
        ("actors", "actors/0/side", "choice"),
    ],
)
def test_a_field_gets_the_control_that_its_schema_asks_for(
    group: str, path: str, control: str
) -> None:
    assert control == asked(group)[path].control


def test_a_type_is_chosen_from_those_that_a_record_may_publish() -> None:
    terms = the_small_site().view.terms["milestone-type"]
    usable = {name for name, t in terms.items() if not (t.get("abstract") or "replaced_by" in t)}
    choices = asked("milestone")["type"].choices

    assert usable == {choice.value for choice in choices}
    assert all(choice.group for choice in choices)


def test_the_scripts_know_each_schema_that_the_form_fills() -> None:
    told = known(the_small_site())

    assert {group.kind for group in GROUPS} <= set(told["documents"])
    assert "Title" not in json.dumps(told["documents"])
    assert "title" in told["documents"]["milestone"]["properties"]
    assert "" == told["newFile"]
    assert b"globalThis.milepost" == script_data(the_small_site()).partition(b" ")[0]


def test_the_form_has_no_script_of_its_own_in_the_page() -> None:
    html = form_html(the_small_site(), ["_static/form.js"], "corrections.html")
    scripts = [found for tag, found in read(html).elements if tag == "script"]

    assert [{"defer": None, "src": "_static/form.js"}] == scripts
    assert not [name for _, found in read(html).elements for name in found if name[:2] == "on"]
