"""A table that nobody here designed: its mapping, its dates and its names."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from examples import SCHEMAS
from imports import ROOT, the_view, the_view_without_milestones
from milepost.cli import main
from milepost.model import Dataset, Finding, Record
from milepost.reading.schema_files import schema_document, schema_folder
from milepost.reading.sheets.open import read_sheet
from milepost.rules.view import View
from milepost.schema.documents import dereferenced
from milepost.schema.engine import with_schema
from milepost.sheets.account import Account
from milepost.sheets.dates import FORMS
from milepost.sheets.importing import imported
from milepost.sheets.mapping_file import KIND, mapping_from, strange_columns
from milepost.sheets.names import names_of

SHEETS = Path(__file__).parent / "sheets"
DOCUMENT = schema_document(schema_folder(ROOT), KIND)
WITH_MAPPING = with_schema(SCHEMAS, KIND, DOCUMENT)
BODY = json.loads((SHEETS / "visits.mapping.json").read_bytes())


def findings_of(body: Any) -> list[Finding]:
    raw = json.dumps(body, indent=2).encode()
    return list(mapping_from(raw, "map.json", WITH_MAPPING)[1])


def told(found: list[Finding]) -> list[tuple[str, str, str]]:
    return [(finding.rule, finding.pointer, finding.hint) for finding in found]


def account(tmp_path: Path, text: str, view: View | None = None, **changes: Any) -> Account:
    """Return the account of a table by the mapping of visits with some parts changed."""
    (tmp_path / "table.csv").write_text(text, "utf-8")
    mapping, found = mapping_from(json.dumps({**BODY, **changes}).encode(), "", WITH_MAPPING)
    assert mapping
    assert () == found
    sheet = read_sheet(tmp_path / "table.csv", mapping.header_row)
    return imported(sheet, mapping, view or the_view_without_milestones())


def milestones(result: Account) -> list[dict[str, Any]]:
    return [json.loads(raw) for path, raw in result.files if "/milestones/" in path]


def visits(row: str) -> str:
    return f"No.;Sent by;Received by;Visitor;Post;Began;Ended;City\n{row}\n"


def party(**changes: Any) -> View:
    """Return the view of the real dataset with Cambodia's record changed."""
    dataset = the_view_without_milestones().dataset
    old = dataset.of("party")["khm"]
    new = Record("party", "khm", old.path, {**old.body, **changes})
    records = {**dataset.records, "party": {**dataset.of("party"), "khm": new}}
    return View(Dataset(records), SCHEMAS)


def test_the_example_table_becomes_records() -> None:
    text = (SHEETS / "visits.csv").read_text("utf-8")
    mapping = mapping_from((SHEETS / "visits.mapping.json").read_bytes(), "", WITH_MAPPING)[0]
    assert mapping

    result = imported(
        read_sheet(SHEETS / "visits.csv", mapping.header_row),
        mapping,
        the_view_without_milestones(),
    )

    assert ["mapped"] * 5 + ["rejected"] == [fate.state for fate in result.fates]
    dates = [(m["relationships"][0], m["stages"][0]["date"]) for m in milestones(result)]
    assert [
        ("jpn-khm", "2007-06-14"),
        ("jpn-khm", "2000-01"),
        ("jpn-khm", "1957"),
        ("jpn-khm", "1978-06"),
        ("khm-kor", "2006-11-19"),
    ] == dates
    assert len(text.splitlines()) - 3 == len(result.fates)


def test_the_example_table_is_merged_with_what_is_recorded() -> None:
    mapping = mapping_from((SHEETS / "visits.mapping.json").read_bytes(), "", WITH_MAPPING)[0]
    assert mapping
    sheet = read_sheet(SHEETS / "visits.csv", mapping.header_row)

    states = [fate.state for fate in imported(sheet, mapping, the_view()).fates]

    assert "merged" in states
    assert "mapped" not in states


def test_the_mapping_schema_names_what_the_schemas_of_records_have() -> None:
    parts = {
        "milestone": (SCHEMAS.documents["milestone"], "milestone"),
        "source": (SCHEMAS.documents["source"], "source"),
        "entry": (SCHEMAS.documents["evidence"]["$defs"]["entry"], "evidence"),
    }
    strange = [
        address
        for name, (schema, home) in parts.items()
        for address in _strange(DOCUMENT["properties"][name], schema, home)
    ]
    assert [] == strange


def _strange(mapping: Any, schema: Any, home: str) -> list[str]:
    """Return the properties of a part of the mapping's schema that a record has not."""
    whole, here = dereferenced(SCHEMAS.documents, schema, home)
    if "items" in mapping and "items" in whole:
        return _strange(mapping["items"], whole["items"], here)
    found: list[str] = []
    for name, inner in mapping.get("properties", {}).items():
        known = whole.get("properties", {}).get(name)
        found += [name] if known is None else _strange(inner, known, here)
    return found


def test_the_schema_offers_every_form_of_date() -> None:
    assert list(FORMS) == DOCUMENT["$defs"]["cell"]["properties"]["forms"]["items"]["enum"]


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({"evnt": {"column": "No."}}, ("SCH-002", "/evnt", 'did you mean "event"?')),
        (
            {"event": {"column": "No.", "value": "a"}},
            ("IMP-010", "/event", "give it one of them"),
        ),
        ({"event": {"missing": ["-"]}}, ("IMP-010", "/event", "give it one of them")),
        (
            {"event": {"column": "No.", "split": ";"}},
            ("IMP-010", "/event/split", "split only what is in a list"),
        ),
        ({"dyad": {"column": "No."}}, ("IMP-010", "/parties", "keep one of the two")),
        ({"header_row": 0}, ("SCH-007", "/header_row", "for example: 3")),
    ],
)
def test_a_mistake_in_a_mapping_is_a_finding(
    change: dict[str, Any], expected: tuple[str, str, str]
) -> None:
    assert [expected] == told(findings_of({**BODY, **change}))


def test_a_finding_in_a_mapping_has_its_line_and_column() -> None:
    raw = (
        b'{\n  "milestone": {"type": {"column": "Kind"}},\n  "source": 3,\n  "entry": {"read": {}}}'
    )

    found = mapping_from(raw, "map.json", WITH_MAPPING)[1]

    assert {(3, 13), (4, 21)} <= {(finding.line, finding.column) for finding in found}


@pytest.mark.parametrize("raw", [b"", b"[]", b"null", b"{", b'{"a": 1, "a": 2}', b"\xff\xfe{"])
def test_what_is_no_mapping_is_refused_with_a_finding(raw: bytes) -> None:
    mapping, found = mapping_from(raw, "map.json", WITH_MAPPING)

    assert mapping is None
    assert found


def test_a_column_that_the_sheet_has_not_is_a_finding_in_the_mapping() -> None:
    raw = (SHEETS / "visits.mapping.json").read_bytes()

    found = strange_columns(raw, "map.json", ["No.", "Sent by", "Received by", "Visitors", "Post"])

    assert 'did you mean "Visitors"?' in {finding.hint for finding in found}
    assert {"Visitor", "Began", "Ended", "City"} == {
        re.findall('"([^"]+)"', finding.message)[0] for finding in found
    }


def test_signs_of_nothing_leave_a_date_as_exact_as_it_is_known(tmp_path: Path) -> None:
    parts = {"parts": ["year", "month", "day"], "missing": ["-9"]}
    stage = {"stage": {"value": "occurred"}, "date": parts}
    header = "No.;Sent by;Received by;Visitor;Post;City;year;month;day"
    text = f"{header}\n1;JP;KH;Abe Shinzo;PM;x;1963;4;-9\n"

    result = account(
        tmp_path, text, header_row=1, milestone={**BODY["milestone"], "stages": [stage]}
    )

    assert ["1963-04"] == [m["stages"][0]["date"] for m in milestones(result)]


@pytest.mark.parametrize(
    "name", ["khm", "KHM", "KH", "Q424", "Cambodia", "the cambodia", "カンボジア", "កម្ពុជា"]
)
def test_a_party_is_known_by_its_codes_and_names(tmp_path: Path, name: str) -> None:
    result = account(tmp_path, visits(f"1;{name};Japan;Hun Sen;PM;2007;;Tokyo"), header_row=1)

    assert [["jpn-khm"]] == [m["relationships"] for m in milestones(result)]


@pytest.mark.parametrize(("codes", "number"), [("cow", "811"), ("iso-numeric", "116")])
def test_a_number_of_a_named_list_is_a_party(tmp_path: Path, codes: str, number: str) -> None:
    parties = [{"column": "Sent by", "codes": codes}, {"column": "Received by"}]
    milestone = {k: v for k, v in BODY["milestone"].items() if k != "actors"}
    text = visits(f"1;{number};Japan;Hun Sen;PM;2007;;Tokyo")

    result = account(tmp_path, text, header_row=1, parties=parties, milestone=milestone)

    assert [["jpn-khm"]] == [m["relationships"] for m in milestones(result)]


def test_a_number_of_no_list_is_not_guessed(tmp_path: Path) -> None:
    result = account(tmp_path, visits("1;811;Japan;Hun Sen;PM;2007;;Tokyo"), header_row=1)

    assert {("IMP-005", "Sent by")} == {(r.rule, r.column) for r in result.fates[0].refusals}


def test_a_state_of_the_day_is_its_party_and_acts_under_its_name(tmp_path: Path) -> None:
    actor = {"actor": {"column": "Sent by"}, "role": {"value": "sending-state"}}
    milestone = {**BODY["milestone"], "actors": [actor]}
    text = visits("1;Democratic Kampuchea;Japan;x;FM;1978;;Tokyo")

    body = milestones(account(tmp_path, text, header_row=1, milestone=milestone))[0]

    expected = {
        "actor": "khm",
        "side": "khm",
        "role": "sending-state",
        "as": "democratic-kampuchea",
    }
    assert expected == body["actors"][0]
    assert "democratic-kampuchea" == body["evidence"][0]["says"]["/actors/khm/as"]


@pytest.mark.parametrize(("year", "expected"), [("1978", "mapped"), ("1995", "rejected")])
def test_a_historical_name_is_that_of_its_time(tmp_path: Path, year: str, expected: str) -> None:
    government = {
        "id": "democratic-kampuchea",
        "name": {"en": "Democratic Kampuchea"},
        "from": "1975",
        "to": "1982",
    }
    text = visits(f"1;Democratic Kampuchea;Japan;Hun Sen;PM;{year};;Tokyo")

    result = account(tmp_path, text, party(governments=[government]), header_row=1)

    assert expected == result.fates[0].state
    assert all("from 1975 to 1982" in why.message for why in result.fates[0].refusals)


def test_a_name_that_two_records_share_is_refused() -> None:
    dataset = the_view().dataset
    twin = Record("place", "tokyo-2", "", {"id": "tokyo-2", "name": {"en": "Tokyo"}})
    places = {**dataset.of("place"), "tokyo-2": twin}

    names = names_of(Dataset({**dataset.records, "place": places}))

    assert {"tokyo-2"} == {named.slug for named in names.of_kinds(("place",), "tokyo-2")}
    assert 2 == len(names.of_kinds(("place",), "TOKYO"))


def test_a_broken_mapping_ends_with_two_and_its_finding(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "map.json"
    path.write_text('{"milestone": {}, "source": {}, "entry": {}, "evnt": {}}', "utf-8")

    assert 2 == main(["import", "--map", str(path), str(SHEETS / "visits.csv")])
    printed = capsys.readouterr().err
    assert "map.json:1:46 SCH-002" in printed
    assert "no row was read" in printed


def test_columns_that_no_mapping_names_are_told(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    body = {**BODY, "milestone": {k: v for k, v in BODY["milestone"].items() if k != "stages"}}
    path = tmp_path / "map.json"
    path.write_text(json.dumps(body), "utf-8")

    main(["import", "--map", str(path), str(SHEETS / "visits.csv")])

    assert 'not read: the column "Began"\n' in capsys.readouterr().out
