"""What receives a contribution: workflows, hooks and templates, judged by their own schemas."""

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from milepost.cli import COMMANDS
from milepost.kinds import KINDS

ROOT = Path(__file__).parents[1]
WORKFLOWS = sorted((ROOT / ".github/workflows").glob("*.yml"))
HOOKS = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
LOCAL = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text("utf-8"))
TEMPLATE = (ROOT / ".github/PULL_REQUEST_TEMPLATE.md").read_text("utf-8")
GOVERNANCE = (ROOT / "docs/governance.md").read_text("utf-8")


def read(path: Path) -> dict[str, Any]:
    return dict(yaml.safe_load(path.read_text("utf-8")))


def steps(workflow: dict[str, Any]) -> list[dict[str, Any]]:
    return [step for job in workflow["jobs"].values() for step in job["steps"]]


def test_every_workflow_follows_the_schema_of_workflows() -> None:
    schema = ("--builtin-schema", "vendor.github-workflows")
    command = [sys.executable, "-m", "check_jsonschema", *schema, *map(str, WORKFLOWS)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)

    assert (0, "ok -- validation done\n") == (done.returncode, done.stdout)


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: str(path.name))
def test_a_workflow_may_read_and_no_more(path: Path) -> None:
    assert {"contents": "read"} == read(path)["permissions"]


def test_the_job_that_publishes_runs_no_code_of_the_tag() -> None:
    jobs = read(ROOT / ".github/workflows/release.yml")["jobs"]
    writing = [name for name, job in jobs.items() if "permissions" in job]
    used = [step.get("uses", "").partition("@")[0] for step in jobs["publish"]["steps"]]

    assert ["publish"] == writing
    assert ["actions/download-artifact", "actions/attest-build-provenance", ""] == used


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: str(path.name))
def test_no_command_is_made_of_what_somebody_else_wrote(path: Path) -> None:
    assert [] == [step["run"] for step in steps(read(path)) if "${{" in step.get("run", "")]


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: str(path.name))
def test_a_checkout_leaves_no_token_behind(path: Path) -> None:
    checkouts = [s for s in steps(read(path)) if s.get("uses", "").startswith("actions/checkout@")]

    assert [] == [step for step in checkouts if step["with"]["persist-credentials"] is not False]


def test_a_pull_request_is_checked_without_secrets_and_without_more_rights() -> None:
    text = (ROOT / ".github/workflows/check.yml").read_text("utf-8")
    workflow = read(ROOT / ".github/workflows/check.yml")

    # YAML 1.1 reads the key "on" as true.
    assert "pull_request" == {str(key): value for key, value in workflow.items()}["True"]
    assert "secrets." not in text
    assert "github.token" not in text


def test_a_pull_request_gets_annotations_a_summary_and_a_preview() -> None:
    records = read(ROOT / ".github/workflows/check.yml")["jobs"]["records"]
    commands = "\n".join(step.get("run", "") for step in records["steps"])

    assert "--format github --changed-since $BASE" in commands
    assert "make site" in commands
    assert "for format in json sarif" in commands
    assert "dist/preview" == records["steps"][-1]["with"]["path"]


def test_the_hook_for_other_repositories_runs_the_check_once() -> None:
    (hook,) = HOOKS

    assert ("milepost check", "python", False) == (
        hook["entry"],
        hook["language"],
        hook["pass_filenames"],
    )
    assert re.search(hook["files"], "dataset/places/tokyo.json")
    assert not re.search(hook["files"], "docs/index.md")


def test_both_hooks_have_one_name_and_look_at_the_same_files() -> None:
    local = {hook["id"]: hook for repo in LOCAL["repos"] for hook in repo["hooks"]}
    (hook,) = HOOKS

    assert hook["files"] == local[hook["id"]]["files"]


def test_the_template_asks_for_the_source_first() -> None:
    headings = re.findall(r"^## (.*)$", TEMPLATE, re.MULTILINE)

    assert "The source" == headings[0]
    assert "Where sources differ" in headings


@pytest.mark.parametrize("text", [TEMPLATE, GOVERNANCE], ids=["template", "governance"])
def test_only_commands_and_folders_are_named_that_exist(text: str) -> None:
    commands = set(re.findall(r"`milepost ([a-z]+)", text))
    folders = set(re.findall(r"`/?(dataset/[a-z]+)/?`", text))

    assert commands <= set(COMMANDS)
    assert folders <= {f"dataset/{kind.folder}" for kind in KINDS}


def test_nobody_owns_code_who_does_not_exist() -> None:
    assert not list(ROOT.rglob(".github/CODEOWNERS"))
    assert "no `CODEOWNERS` file" in GOVERNANCE
