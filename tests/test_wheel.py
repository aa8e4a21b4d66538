"""The wheel: it brings the data, is light, works in an empty folder, and is the same each time."""

import re
import subprocess
import sys
import tarfile
import zipfile
from email import message_from_bytes
from email.message import Message
from functools import cache
from pathlib import Path

import pytest

from releases import MOMENT, ROOT, committed
from wheels import BUILDS, a_source_tree, built, installed, run, the_wheel

MISSING = ("sphinx", "docutils", "duckdb", "rich", "openpyxl")
README = (ROOT / "README.md").read_text("utf-8")


@pytest.fixture
def nowhere(tmp_path: Path) -> Path:
    """Return an empty folder, with no dataset above it."""
    folder = tmp_path / "nowhere"
    folder.mkdir()
    return folder


def milepost(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """Run the installed command in a folder."""
    return subprocess.run(
        [installed() / "bin" / "milepost", *words],
        cwd=folder,
        env={"PATH": "/usr/bin:/bin"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


@cache
def names() -> list[str]:
    with zipfile.ZipFile(the_wheel()) as wheel:
        return wheel.namelist()


@cache
def metadata() -> Message:
    with zipfile.ZipFile(the_wheel()) as wheel:
        (name,) = (name for name in names() if name.endswith(".dist-info/METADATA"))
        return message_from_bytes(wheel.read(name))


def test_the_wheel_holds_every_record_and_schema_as_they_are() -> None:
    expected = {
        f"milepost/data/{path.relative_to(ROOT).as_posix()}": path.read_bytes()
        for folder in ("dataset", "schema")
        for path in (ROOT / folder).rglob("*")
        if path.is_file()
    }
    with zipfile.ZipFile(the_wheel()) as wheel:
        found = {n: wheel.read(n) for n in names() if n.startswith(tuple(DATA))}
    assert expected == found


DATA = ("milepost/data/dataset/", "milepost/data/schema/")


def test_the_wheel_says_that_it_is_typed_and_under_which_licences() -> None:
    assert "milepost/py.typed" in names()
    assert "MIT AND CC-BY-4.0" == metadata()["License-Expression"]
    assert ["LICENSE", "LICENSE-DATA"] == metadata().get_all("License-File")


def test_the_wheel_needs_little_and_offers_the_rest_as_extras() -> None:
    needed = metadata().get_all("Requires-Dist") or []
    assert ["jsonschema-rs", "orjson"] == [need for need in needed if "extra ==" not in need]
    assert {"release", "site", "terminal", "xlsx"} == set(
        metadata().get_all("Provides-Extra") or ()
    )


def test_folder_umask_and_time_zone_change_no_byte_of_the_wheel(tmp_path: Path) -> None:
    tree = a_source_tree(tmp_path / "elsewhere, with spaces")
    epoch = {"SOURCE_DATE_EPOCH": str(MOMENT), "TZ": "Asia/Phnom_Penh", "LC_ALL": "C"}
    other = built(tree, "wheel", tmp_path / "out", umask=0o077, **epoch)
    assert the_wheel().name == other.name
    assert the_wheel().read_bytes() == other.read_bytes()


def test_a_wheel_of_an_sdist_knows_its_commit_without_git(tmp_path: Path) -> None:
    root = committed(a_source_tree(tmp_path / "root"))
    sdist = built(root, "sdist", tmp_path / "sdist")
    with tarfile.open(sdist) as archive:
        archive.extractall(tmp_path / "unpacked", filter="data")
    (unpacked,) = (tmp_path / "unpacked").iterdir()

    direct = built(root, "wheel", tmp_path / "direct")
    indirect = built(
        unpacked, "wheel", tmp_path / "indirect", GIT_CEILING_DIRECTORIES=str(tmp_path)
    )

    assert re.fullmatch(r"milepost-0\.1\.0\.dev0\+g[0-9a-f]{12}-py3-none-any\.whl", direct.name)
    assert direct.name == indirect.name
    assert direct.read_bytes() == indirect.read_bytes()


def test_what_is_installed_fits_together() -> None:
    pip = (sys.executable, "-m", "pip", "--python", installed() / "bin" / "python")
    assert "No broken requirements found.\n" == run(*pip, "check", folder=BUILDS)


@pytest.mark.parametrize("package", MISSING)
def test_nothing_but_what_the_wheel_needs_is_there(package: str) -> None:
    command = f"import importlib.util as u; print(u.find_spec({package!r}))"
    assert "None\n" == run(installed() / "bin" / "python", "-c", command, folder=BUILDS)


def test_the_example_of_the_readme_runs_where_only_the_wheel_is(nowhere: Path) -> None:
    code, quoted = re.findall(r"```(?:python|text)\n(.*?)```", README, re.DOTALL)[:2]
    assert quoted == run(installed() / "bin" / "python", "-c", code, folder=nowhere)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("show kumamoto", "Kumamoto (place kumamoto)\n"),
        ("status jpn-khm --on 2022-06", "Cambodia–Japan (jpn-khm): June 2022\n"),
        ("cite dataset", "(2026). Milepost: relations between states, with the evidence."),
        ("explain EVD-001", "Breaks it:"),
    ],
)
def test_the_command_looks_things_up_in_an_empty_folder(
    words: str, expected: str, nowhere: Path
) -> None:
    done = milepost(nowhere, *words.split())
    assert (0, "") == (done.returncode, done.stderr)
    assert expected in done.stdout
    assert [] == list(nowhere.iterdir())


def test_the_command_answers_questions_in_an_empty_folder(nowhere: Path) -> None:
    done = milepost(nowhere, "query", "SELECT version FROM release")
    assert (0, "version\n0.1.0-dev\n(1 row)\n") == (done.returncode, done.stdout)


@pytest.mark.parametrize(
    "words",
    [["check"], ["fix"], ["new", "place"], ["import", "x.csv"], ["release"], ["site"]],
    ids=" ".join,
)
def test_a_command_that_works_on_files_says_that_it_needs_a_checkout(
    words: list[str], nowhere: Path
) -> None:
    done = milepost(nowhere, *words)
    needs = "this needs a checkout of the repository: run it there, or name the folder with --root"
    assert (2, "") == (done.returncode, done.stdout)
    assert needs in done.stderr or "milepost[" in done.stderr
    assert [] == list(nowhere.iterdir())


@pytest.mark.parametrize(
    ("words", "package", "extra"),
    [
        (["verify", "x"], "duckdb", "release"),
        (["release"], "duckdb", "release"),
        (["site", "--root", str(ROOT)], "sphinx", "site"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else value,
)
def test_a_command_that_lacks_a_package_names_the_extra(
    words: list[str], package: str, extra: str, nowhere: Path
) -> None:
    done = milepost(nowhere, *words)
    expected = f"milepost: this needs {package}: say pip install 'milepost[{extra}]'\n"
    assert (2, expected) == (done.returncode, done.stderr)


def test_with_its_extra_a_release_is_verified_anywhere(nowhere: Path, tmp_path: Path) -> None:
    venv = installed("duckdb")
    command = venv / "bin" / "milepost"
    data = next(venv.glob("lib/python*/site-packages/milepost/data"))
    run(command, "release", "--root", data, "--out", tmp_path / "out", folder=nowhere)
    (folder,) = (path for path in (tmp_path / "out").iterdir() if path.is_dir())
    assert "whole; all formats agree" in run(command, "verify", folder, folder=nowhere)
