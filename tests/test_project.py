import ast
import re
import tomllib
from pathlib import Path

import pytest

from milepost.cli.extras import EXTRA_OF

ROOT = Path(__file__).parents[1]
LOCKS = sorted(ROOT.glob("requirements*.lock"))
MODULES = sorted(path for top in ("tools", "tests") for path in (ROOT / top).rglob("*.py"))
DOCUMENTS = sorted({ROOT / "README.md", *ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")})
SCRIPTS = [ROOT / ".ci" / "run", *sorted((ROOT / ".github" / "workflows").glob("*.yml"))]

PIN = re.compile(r"(?P<name>[\w.-]+)==(?P<version>[\w.!+]+)(?: --hash=sha256:[0-9a-f]{64})+")
CODE = re.compile(r"```.*?```|`[^`\n]+`", re.DOTALL)
MAKE = re.compile(r"^(?:\s*|\$ |`|\s*- run: )make((?: [\w=./-]+)*)", re.MULTILINE)
MACHINE_PATH = re.compile(r"(?<![\w.~-])/(?:tmp|work|root|home|Users)/")
UNEXPLAINED = re.compile(
    r"# (?:noqa: [A-Z0-9, ]+|noqa|type: ignore(?:\[[\w, -]+\])?)$", re.MULTILINE
)


def from_root(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def pins(lock: Path) -> dict[str, str]:
    """Give the version of each package that the lock pins by version and hash."""
    lines = re.sub(r" *\\\n *", " ", lock.read_text("utf-8")).splitlines()
    pinned = {line: PIN.fullmatch(line) for line in lines if not line.lstrip().startswith("#")}
    assert [] == [line for line, match in pinned.items() if not match]
    return {match["name"]: match["version"] for match in pinned.values() if match}


PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
EXTRAS = PROJECT["optional-dependencies"]


def direct_requirements(lock: Path) -> set[str]:
    if lock.name == "requirements.lock":
        return {*PROJECT["dependencies"], *EXTRAS["site"], *EXTRAS["release"]}
    lines = lock.with_suffix(".in").read_text("utf-8").splitlines()
    return {line for line in lines if line and not line.startswith(("#", "-c "))}


def make_targets() -> set[str]:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    rules = re.findall(r"^([a-z][a-z -]*):(?!=)", makefile, re.MULTILINE)
    return {target for rule in rules for target in rule.split()}


def called_targets(text: str) -> set[str]:
    return {word for words in MAKE.findall(text) for word in words.split() if "=" not in word}


@pytest.mark.parametrize("lock", LOCKS, ids=from_root)
def test_a_lock_names_no_index_and_no_address(lock: Path) -> None:
    text = lock.read_text("utf-8")
    options = ("--index", "--extra-index", "--find-links", "--trusted-host")
    assert [] == [word for word in ("://", *options) if word in text]


@pytest.mark.parametrize("lock", LOCKS, ids=from_root)
def test_a_lock_pins_all_that_its_list_asks_for(lock: Path) -> None:
    assert set() == direct_requirements(lock) - pins(lock).keys()


def test_a_package_has_one_version_in_all_locks_of_one_environment() -> None:
    versions: dict[str, set[str]] = {}
    for lock in set(LOCKS) - {ROOT / "requirements-needs.lock"}:
        for name, version in pins(lock).items():
            versions.setdefault(name, set()).add(version)
    assert {} == {name: found for name, found in versions.items() if len(found) > 1}


def test_the_main_job_installs_no_test_tool() -> None:
    test_tools = direct_requirements(ROOT / "requirements-test.lock")
    assert set() == test_tools & pins(ROOT / "requirements.lock").keys()


def test_the_package_repeats_neither_version_nor_dependencies() -> None:
    assert ["version"] == PROJECT["dynamic"]
    assert not (ROOT / "requirements.in").exists()


def test_the_tests_run_with_every_extra() -> None:
    installed = set[str]().union(*(pins(lock) for lock in LOCKS))
    assert set() == {package for extra in EXTRAS.values() for package in extra} - installed


def test_a_command_names_the_extra_that_brings_what_it_lacks() -> None:
    # docutils comes with sphinx.
    of_the_site = dict.fromkeys(("docutils", "sphinx", "watchdog"), "site")
    assert {"duckdb": "release", **of_the_site} == EXTRA_OF
    assert "duckdb" in EXTRAS["release"]
    assert "sphinx" in EXTRAS["site"]


def test_the_readme_tells_the_two_commands() -> None:
    readme = "\n".join(CODE.findall((ROOT / "README.md").read_text("utf-8")))
    assert {"", " test"} <= set(MAKE.findall(readme))


@pytest.mark.parametrize("document", DOCUMENTS, ids=from_root)
def test_a_document_calls_only_targets_of_the_makefile(document: Path) -> None:
    code = "\n".join(CODE.findall(document.read_text("utf-8")))
    assert set() == called_targets(code) - make_targets()


@pytest.mark.parametrize("script", SCRIPTS, ids=from_root)
def test_a_script_calls_only_targets_of_the_makefile(script: Path) -> None:
    assert set() == called_targets(script.read_text("utf-8")) - make_targets()


def test_what_is_made_is_ignored() -> None:
    ignored = set((ROOT / ".gitignore").read_text("utf-8").splitlines())
    assert {"/.venv/", "/build/", "/dist/"} <= ignored


def test_no_module_is_longer_than_300_lines() -> None:
    lengths = {from_root(path): len(path.read_text("utf-8").splitlines()) for path in MODULES}
    assert {} == {path: length for path, length in lengths.items() if length > 300}


def test_no_function_is_longer_than_50_lines() -> None:
    found = [
        f"{from_root(path)}:{node.lineno} {node.name}"
        for path in MODULES
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (node.end_lineno or node.lineno) - node.lineno >= 50
    ]
    assert [] == found


def test_a_module_is_named_after_what_it_holds() -> None:
    vague = {"util", "utils", "helper", "helpers", "common", "core", "misc"}
    paths = [path.relative_to(ROOT).with_suffix("") for path in MODULES]
    assert [] == [path.as_posix() for path in paths if vague & set(path.parts)]


@pytest.mark.parametrize("path", [*MODULES, *SCRIPTS, ROOT / "Makefile"], ids=from_root)
def test_no_code_names_a_folder_of_one_machine(path: Path) -> None:
    assert [] == MACHINE_PATH.findall(path.read_text("utf-8"))


@pytest.mark.parametrize("path", MODULES, ids=from_root)
def test_what_a_check_is_told_to_pass_over_has_its_reason(path: Path) -> None:
    assert [] == UNEXPLAINED.findall(path.read_text("utf-8"))
