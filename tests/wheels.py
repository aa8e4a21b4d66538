"""Wheels to test: built by the backend that pyproject.toml names, installed in an empty venv."""

import os
import shutil
import subprocess
import sys
from functools import cache
from importlib.metadata import files
from pathlib import Path

from releases import MOMENT, ROOT

BUILDS = ROOT / "build" / "test-wheels"
PARTS = ("dataset", "schema", "tools/milepost")
FILES = (".gitignore", "pyproject.toml", "hatch_build.py", "README.md", "LICENSE", "LICENSE-DATA")
# What `pip install milepost` brings; the others are extras.
NEEDED = ("orjson", "jsonschema-rs")


def a_source_tree(folder: Path) -> Path:
    """Copy what a wheel is built from into a folder, without git, and return it."""
    for name in PARTS:
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in FILES:
        shutil.copy(ROOT / name, folder / name)
    return folder


def run(*words: str | Path, folder: Path, umask: int = 0o022, **environment: str) -> str:
    """Run a command in a folder; return what it prints, and fail with what it says is amiss."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    done = subprocess.run(
        [str(word) for word in words],
        cwd=folder,
        env={**kept, **environment},
        umask=umask,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert 0 == done.returncode, done.stderr
    return done.stdout


def built(tree: Path, target: str, out: Path, umask: int = 0o022, **environment: str) -> Path:
    """Build a wheel or an sdist of a tree and return its file."""
    shutil.rmtree(out, ignore_errors=True)
    words = (sys.executable, "-m", "hatchling", "build", "-t", target, "-d", out)
    run(*words, folder=tree, umask=umask, **environment)
    (file,) = out.iterdir()
    return file


@cache
def the_wheel() -> Path:
    """Return the wheel of the tree as it is, as of a fixed moment and without git."""
    shutil.rmtree(BUILDS, ignore_errors=True)
    tree = a_source_tree(BUILDS / "tree")
    epoch = str(MOMENT)
    out = BUILDS / "wheel"
    return built(tree, "wheel", out, GIT_CEILING_DIRECTORIES=str(BUILDS), SOURCE_DATE_EPOCH=epoch)


@cache
def installed(*packages: str) -> Path:
    """Return a fresh venv with the wheel in it, and besides what it needs only these packages.

    The packages are those of the lock that this very test runs with, linked and not fetched.
    """
    wheel = the_wheel()
    venv = BUILDS / "-".join(("venv", *packages))
    run(sys.executable, "-m", "venv", "--without-pip", venv, folder=ROOT)
    pip = (sys.executable, "-m", "pip", "--python", venv / "bin" / "python")
    run(*pip, "install", "-q", "--no-index", "--no-deps", wheel, folder=ROOT)
    (library,) = (venv / "lib").glob("python*/site-packages")
    for package in (*NEEDED, *packages):
        _link(package, library)
    return venv


def _link(package: str, library: Path) -> None:
    found = files(package) or []
    tops = {file.parts[0] for file in found if file.parts[0] not in {"..", "__pycache__"}}
    for top in tops:
        (library / top).symlink_to(
            Path(str(found[0].locate())).parents[len(found[0].parts) - 1] / top
        )
