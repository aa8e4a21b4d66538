"""Bad input ends in findings with a place: never a traceback, never a half-written dist/."""

import json
import subprocess
import sys
from base64 import b64encode
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from examples import BASE, ROOT, SCHEMAS
from milepost.check import check
from milepost.cli import main
from milepost.conformance.example import Example, findings_of, tree_of
from milepost.findings import findings
from milepost.reading.tree import Folder

UPGRADE = "dataset/milestones/jpn-khm/2023-comprehensive-strategic-partnership.json"
EARLIER = "dataset/milestones/jpn-khm/2013-strategic-partnership.json"
TOKYO = "dataset/places/tokyo.json"
KUMAMOTO = "dataset/places/kumamoto.json"
NOTES = "dataset/notes.txt"
COPY = "dataset/milestones/jpn-khm/2013-copy.json"
PLACE = json.dumps(BASE[TOKYO], indent=2, ensure_ascii=False) + "\n"
Content = dict[str, Any]
Place = tuple[str | int, ...]


def patch(path: str, op: str, pointer: str, value: object = None) -> Content:
    operation = {"op": op, "path": pointer, **({} if op == "remove" else {"value": value})}
    return {"patch": {path: [operation]}}


def text(path: str, written: str) -> Content:
    return {"raw": {path: {"text": written}}}


def place_with(old: str, new: str) -> Content:
    assert old in PLACE
    return text(TOKYO, PLACE.replace(old, new))


def encoded(written: str, encoding: str) -> Content:
    return {"raw": {TOKYO: {"base64": b64encode(written.encode(encoding)).decode()}}}


EARLIER_DATE = "/evidence/0/says/~1stages~1in-effect~1date"
GROUP = {
    "over": ["akp-2022-kumamoto"],
    "rule": "editorial-judgement",
    "rationale": {"en": "It stood nearest."},
    "by": "editors",
    "on": "2026-11-22",
}
DIGITS = "9" * 5000
DEEP = "[" * 100_000 + "]" * 100_000

# What is done to the base, and the rule, the file, the line and the column of each finding.
BAD = {
    "broken JSON": (place_with('"jpn"', '"jpn'), ("JSN-001", TOKYO, 8, 13)),
    "an unclosed file": (text(TOKYO, "{"), ("JSN-001", TOKYO, 1, 2)),
    "an empty file": (text(TOKYO, ""), ("JSN-001", TOKYO, 1, 1)),
    "UTF-16": (encoded(PLACE, "utf-16"), ("JSN-002", TOKYO, 1, 1)),
    "Shift JIS": (encoded(PLACE, "shift_jis"), ("JSN-002", TOKYO, 6, 12)),
    "a BOM": (encoded(PLACE, "utf-8-sig"), ("JSN-002", TOKYO, 1, 1)),
    "a duplicate key": (
        place_with('  "within"', '  "id": "kyoto",\n  "within"'),
        ("JSN-003", TOKYO, 8, 3),
    ),
    "a 5,000-digit number": (place_with('"jpn"', DIGITS), ("JSN-005", TOKYO, 8, 13)),
    "nesting 100,000 deep": (place_with('"jpn"', DEEP), ("JSN-006", TOKYO, 8, 76)),
    "nothing but nesting": (text(TOKYO, DEEP), ("JSN-006", TOKYO, 1, 65)),
    "wrong type": (patch(EARLIER, "replace", "/stages", {}), ("SCH-003", EARLIER, 14, 13)),
    "no record at all": (text(TOKYO, "null\n"), ("SCH-003", TOKYO, 1, 1)),
    "unknown property": (patch(TOKYO, "add", "/size", 1), ("SCH-002", TOKYO, 9, 3)),
    "unknown reference": (patch(TOKYO, "replace", "/within", "lao"), ("REF-001", TOKYO, 8, 13)),
    "unknown term": (patch(EARLIER, "replace", "/type", "treaty"), ("REF-002", EARLIER, 7, 11)),
    "impossible date": (
        {
            "patch": {
                EARLIER: [
                    {"op": "replace", "path": "/stages/0/date", "value": "2023-02-29"},
                    {"op": "replace", "path": EARLIER_DATE, "value": "2023-02-29"},
                    {"op": "remove", "path": "/evidence/0/derivation"},
                ]
            }
        },
        ("DAT-001", EARLIER, 17, 15),
    ),
    "a value without evidence": (
        patch(UPGRADE, "add", "/stages/1/place", "tokyo"),
        ("EVD-001", UPGRADE, 28, 16),
    ),
    "a value wider than its evidence": (
        {
            "patch": {
                EARLIER: [
                    {"op": "replace", "path": EARLIER_DATE, "value": "2013-12-15"},
                    {"op": "remove", "path": "/evidence/0/derivation"},
                ]
            }
        },
        ("EVD-002", EARLIER, 17, 15),
    ),
    "a dispute without resolution": (
        patch(UPGRADE, "add", "/evidence/2/says/~1stages~1agreed~1place", "tokyo"),
        ("DSP-001", UPGRADE, 133, 33),
    ),
    "a resolution that nothing needs": (
        patch(EARLIER, "add", "/resolutions", {"/stages/in-effect/date": [GROUP]}),
        ("DSP-002", EARLIER, 60, 11),
    ),
    "two records with one id": ({"files": {COPY: BASE[EARLIER]}}, ("IDN-006", EARLIER, 3, 9)),
    "an id with a wrong check character": (
        patch(UPGRADE, "replace", "/id", "mp-2x9zg7c"),
        ("IDN-001", UPGRADE, 3, 9),
    ),
    "a symbolic link": (
        {"raw": {TOKYO: {"link": "../../elsewhere.json"}}},
        ("FIL-002", TOKYO, 1, 1),
    ),
    "a file outside its folder": (text(NOTES, "Ask the embassy.\n"), ("FIL-001", NOTES, 1, 1)),
    "a file above its folder": (
        {"files": {"dataset/milestones/2013-strategic-partnership.json": BASE[EARLIER]}}
        | {"remove": [EARLIER]},
        ("FIL-001", "dataset/milestones/2013-strategic-partnership.json", 1, 1),
    ),
    "a file of two mebibytes": (
        {"raw": {TOKYO: {"text": " ", "repeat": 2 << 20}}},
        ("FIL-003", TOKYO, 1, 1),
    ),
}
GOOD = {
    "HTML": "<script>alert(1)</script> <b>bold</b> &amp;",
    "MyST": "{ref}`target` **bold** [link](https://www.example.org) $x$ | a | % comment ```",
    "a template": "{{ title }} {% raw %} ${HOME} %(name)s",
    "a formula": "=1+1",
    "Khmer word breaks": "ព្រះរាជាណាចក្រ\u200bកម្ពុជា",
}


def example(content: Content) -> Example:
    return Example("", "", {"about": "", **content})


@pytest.mark.parametrize("name", BAD)
def test_bad_input_is_found_at_its_place(name: str) -> None:
    content, expected = BAD[name]
    found = findings_of(example(content), BASE, SCHEMAS)

    assert [expected] == [(f.rule, f.path, f.line, f.column) for f in found]
    assert all(f.message for f in found)


@pytest.mark.parametrize("name", GOOD)
def test_markup_in_a_text_is_accepted_as_plain_text(name: str) -> None:
    content = patch(TOKYO, "add", "/note", {"en": GOOD[name]})

    assert () == findings_of(example(content), BASE, SCHEMAS)


def written(folder: Path, content: Content) -> Path:
    """Write an example into a folder, links as links, and return the folder."""
    tree = tree_of(example(content), BASE, SCHEMAS)
    for path, raw in tree.content.items():
        place = folder / path
        place.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(raw, bytes):
            place.write_bytes(raw)
        else:
            place.symlink_to(raw.target)
    (folder / "schema").symlink_to(ROOT / "schema")
    return folder


def run(*words: str, root: Path) -> subprocess.CompletedProcess[str]:
    """Run the command line as a contributor does."""
    command = [sys.executable, "-m", "milepost", *words, "--root", str(root)]
    environment = {"PYTHONPATH": str(ROOT / "tools"), "PATH": "", "SOURCE_DATE_EPOCH": "0"}
    return subprocess.run(
        command, capture_output=True, text=True, check=False, env=environment, timeout=60
    )


@pytest.mark.parametrize(
    "name", ["broken JSON", "UTF-16", "nesting 100,000 deep", "a symbolic link", "wrong type"]
)
def test_the_command_says_where_and_exits_with_1(name: str, tmp_path: Path) -> None:
    content, (rule, path, line, column) = BAD[name]
    result = run("check", root=written(tmp_path, content))

    assert "" == result.stderr
    assert 1 == result.returncode
    assert result.stdout.startswith(f"{path}:{line}:{column} {rule} ")
    assert " checked: 1 error, 0 warnings\n" in result.stdout


@pytest.mark.parametrize("command", ["release", "site"])
def test_nothing_is_written_where_a_record_is_broken(command: str, tmp_path: Path) -> None:
    root = written(tmp_path, BAD["broken JSON"][0])
    before = sorted(root.rglob("*"))
    result = run(command, "--out", str(tmp_path / "dist"), root=root)

    assert "Traceback" not in result.stderr
    assert result.returncode in {1, 2}
    assert before == sorted(root.rglob("*"))


def test_a_clean_folder_exits_with_0(tmp_path: Path) -> None:
    result = run("check", root=written(tmp_path, {}))

    assert (0, "") == (result.returncode, result.stderr)


def test_a_file_of_100_megabytes_is_not_read_to_its_end(tmp_path: Path) -> None:
    root = written(tmp_path, {})
    with (root / TOKYO).open("wb") as stream:
        stream.truncate(100_000_000)
    tree = Folder(root)
    found = findings(check(tree, SCHEMAS), tree)

    assert [("FIL-003", TOKYO, 1, 1)] == [(f.rule, f.path, f.line, f.column) for f in found]
    assert len(tree.read(TOKYO)) < 2_000_000


@pytest.mark.parametrize("path", ["no-such-file.json", "/"])
def test_a_path_that_is_not_in_the_dataset_exits_with_2(
    path: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert 2 == main(["check", path, "--root", str(written(tmp_path, {}))])
    assert path in capsys.readouterr().err


def test_a_root_without_a_dataset_exits_with_2(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert 2 == main(["check", "--root", str(tmp_path)])
    assert "holds no dataset/dataset.json" in capsys.readouterr().err


def places(value: Any, at: Place = ()) -> list[Place]:
    """Return the place of every value inside a value."""
    members = value.items() if isinstance(value, dict) else enumerate(value)
    found: list[Place] = []
    for step, member in members:
        found.append((*at, step))
        if isinstance(member, dict | list):
            found += places(member, (*at, step))
    return found


FIELDS = [(path, at) for path, body in BASE.items() for at in places(body)]
MISSING = object()
STRANGE = st.one_of(
    st.just(MISSING),
    st.none(),
    st.booleans(),
    st.integers(-(2**63), 2**63),
    st.floats(allow_nan=False, allow_infinity=False),
    st.text(max_size=20),
    st.from_regex(r"[a-z0-9]{1,8}(-[a-z0-9]{1,8})?", fullmatch=True),
    st.from_regex(r"(/[a-z-]{1,9}){1,3}", fullmatch=True),
    st.sampled_from(
        ["2023", "1963~", "[..2013]", "[2013,2015]", "XXXX-02-29", "9999", "2013/2015"]
    ),
    st.sampled_from(["khm", "tokyo", "in-effect", "agreed", "mp-7b3k1ff", "mp-2x9zg7k", "5 km"]),
    st.sampled_from([[], {}, [[]], [{}], [""], {"en": "x"}, {"": ""}]),
)


@settings(max_examples=300, deadline=None, derandomize=True)
@given(st.lists(st.tuples(st.sampled_from(FIELDS), STRANGE), min_size=1, max_size=3))
def test_a_damaged_record_is_reported_or_stays_clean(
    damages: list[tuple[tuple[str, Place], object]],
) -> None:
    records = deepcopy(BASE)
    for (path, at), value in damages:
        damage(records[path], at, value)
    found = findings_of(example({}), records, SCHEMAS)

    assert all(finding.line >= 1 and finding.column >= 1 for finding in found)


def damage(body: Any, at: Place, value: object) -> None:
    """Replace or remove a value of a record; where it is gone already, leave it so."""
    *above, last = at
    try:
        for step in above:
            body = body[step]
        if value is MISSING:
            del body[last]
        else:
            body[last] = value
    except (KeyError, IndexError, TypeError):
        return
