"""The site of generated records, beside what other makers of pages take for as much."""

import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from shutil import rmtree
from statistics import median
from typing import Final

from bench.clock import Action, Sample, interleaved, middle, run
from bench.figures import Figure
from bench.folders import Generated, generated
from bench.measures.empty_pages import empty_project
from bench.measures.needs import needs_project
from bench.measures.serving import edits_shown
from bench.measures.settings import Settings
from bench.measures.weights import first_views
from milepost.loading import clean
from milepost.provenance.edition import Edition
from milepost.site.languages.pages import names_in_other_languages
from milepost.site.site import Site
from milepost.writing.files import write_file
from milepost.writing.folders import replace_folder

_FEW: Final = 1_000
_MANY: Final = 5_000
_DAY: Final = "2026-11-22"
_NOON: Final = 1795348800
# What the title of a milestone begins with in each round: the same words again are no edit.
_EDITS: Final = ("Again", "Anew", "Afresh")
_MEGABYTE: Final = 1e6
_CONFIGURATION: Final = b"""project = "Generated"
html_title = "Generated"
extensions = ["milepost.site"]
html_theme = "furo"
html_use_index = False
html_copy_source = False
html_sidebars = {"**": ["sidebar/search.html", "milepost-sidebar.html"]}
"""
_INDEX: Final = b"Generated\n=========\n\nRecords that were made up.\n"


def measure(settings: Settings) -> Iterator[Figure]:
    """Yield the cost of a site against others, of an edit, and of what a reader loads."""
    try:
        yield from _beside_others(settings)
        yield from _large(settings)
    finally:
        rmtree(_old(settings.root), ignore_errors=True)


def _beside_others(settings: Settings) -> Iterator[Figure]:
    folder = with_documents(generated(settings.root, _FEW))
    site = Site(clean(folder.root), Edition("0.1.0", _NOON), _DAY)
    at = settings.root / "build" / "bench" / "site"
    records = sum(1 for record in site.dataset if record.kind != "editors")
    pages = records + len(names_in_other_languages(site))
    for name in ("empty", "needs"):
        _put_away(settings.root, at / name)
    replace_folder(at / "empty", empty_project(pages))
    actions: dict[str, Action] = {"empty": lambda: _sphinx(settings, sys.executable, at / "empty")}
    python = settings.root / "build" / "venv-needs" / "bin" / "python"
    if python.exists():
        replace_folder(at / "needs", needs_project(site))
        actions["needs"] = lambda: _sphinx(settings, python, at / "needs")
    yield from _ratios(_around(lambda: _from_nothing(settings, folder), actions), pages)
    yield from first_views(_site_of(folder))


def _around(ours: Action, others: Mapping[str, Action]) -> dict[str, Sample]:
    """Return a sample of each, ours the median of rounds before, between and after the others.

    The others run once: one of them takes five minutes.
    """
    rounds, found = [ours()], {}
    for name, action in others.items():
        found[name] = action()
        rounds.append(ours())
    return {**found, "ours": middle(rounds)}


def _ratios(found: Mapping[str, Sample], pages: int) -> Iterator[Figure]:
    ours = found["ours"]
    note = f"{pages:,} pages of records; {ours.cpu:.1f} s CPU for ours, the check included"
    if "needs" in found:
        needs = found["needs"]
        costs = f"{needs.cpu:.0f} s CPU and {needs.peak / _MEGABYTE:,.0f} MB for sphinx-needs"
        yield Figure(
            "sphinx-needs, the same words, against the site (CPU)",
            needs.cpu / ours.cpu,
            "×",
            30,
            40,
            least=True,
            note=f"{note}; {costs}",
        )
    else:
        yield Figure("sphinx-needs: left out", None, note="`make bench` installs it")
    empty = found["empty"]
    costs = f"{empty.cpu:.1f} s CPU for Sphinx"
    what = "Sphinx, as many empty pages, against the site (CPU)"
    yield Figure(what, empty.cpu / ours.cpu, "×", note=f"{note}; {costs}")


def _large(settings: Settings) -> Iterator[Figure]:
    folder = with_documents(generated(settings.root, _MANY))
    at = settings.root / "build" / "bench" / "site"
    loop = at / "loop"
    _put_away(settings.root, loop)
    actions: dict[str, Action] = {
        "ours": lambda: _from_nothing(settings, folder),
        "loop": lambda: run((*_module("jinja_loop"), folder.root, loop), settings.root),
    }
    found = interleaved(actions, 1)
    ours, bare = found["ours"], found["loop"]
    costs = f"{ours.cpu:.1f} s CPU, the check included, and {bare.cpu:.1f} s for the loop"
    what = f"the site of {_MANY:,} milestones against a bare Jinja loop (CPU)"
    yield Figure(what, ours.cpu / bare.cpu, "×", 3, 2.5, note=costs)
    what = f"memory for the site of {_MANY:,} milestones"
    yield Figure(what, ours.peak / _MEGABYTE, "MB", 250, 200)
    yield from _cold_edits(settings, folder)
    rounds = edits_shown(folder, settings.rounds, _NOON)
    what = f"one edit to its page among {_MANY:,} milestones, under `milepost serve` (wall)"
    spread = f"from {min(rounds) * 1000:.0f} to {max(rounds) * 1000:.0f} ms"
    note = f"{spread}, the whole site built beside"
    yield Figure(what, median(rounds) * 1000, "ms", 150, 100, note=note)


def _cold_edits(settings: Settings, folder: Generated) -> Iterator[Figure]:
    """Yield the cost of an edit, of another word in each round, and of the floor beside it."""
    floor = settings.root / "build" / "bench" / "site" / "floor"
    _put_away(settings.root, floor)
    words, places = iter(_EDITS), iter(_EDITS)
    module = _module("edit_floor")
    actions: dict[str, Action] = {
        "edit": lambda: _edit(folder, next(words)),
        "floor": lambda: run((*module, folder.root, floor / next(places)), settings.root),
    }
    found = interleaved(actions, len(_EDITS))
    edit, least = found["edit"].wall, found["floor"].wall
    what = f"one edit to its page among {_MANY:,} milestones, cold (wall)"
    yield Figure(what, edit, "s", 2, 1.2, note="what no edit touches is taken over")
    what = f"one edit to its page among {_MANY:,} milestones, cold, against its floor (wall)"
    yield Figure(what, edit / least, "×", 3, 2, note=f"floor {least:.1f} s")


def _module(name: str) -> tuple[str, ...]:
    return sys.executable, "-m", f"bench.measures.{name}"


def with_documents(folder: Generated) -> Generated:
    """Return a generated folder that has the documents which a site needs."""
    for name, content in (("conf.py", _CONFIGURATION), ("index.rst", _INDEX)):
        write_file(folder.root / "docs" / name, content)
    return folder


def _from_nothing(settings: Settings, folder: Generated) -> Sample:
    """Build a site that takes nothing over from another."""
    for left in (_site_of(folder), folder.root / "build"):
        _put_away(settings.root, left)
    return build(folder)


def _put_away(root: Path, folder: Path) -> None:
    """Put a folder where it is no more in the way, and is removed when all is measured.

    Where ten thousand files have just been removed, ext4 takes five times as long to make a new
    one: it looks for a number that no file had lately.
    """
    if folder.exists():
        place = _old(root) / str(len(list(_old(root).glob("*"))))
        place.parent.mkdir(parents=True, exist_ok=True)
        folder.rename(place)


def _old(root: Path) -> Path:
    return root / "build" / "bench" / "old-sites"


def build(folder: Generated) -> Sample:
    """Build the site of a folder in a process of its own."""
    out = _site_of(folder)
    command = ("-m", "milepost", "site", "--root", folder.root, "--out", out, "--as-of", _DAY)
    return run(("env", f"SOURCE_DATE_EPOCH={_NOON}", sys.executable, *command), folder.root)


def _edit(folder: Generated, word: str) -> Sample:
    path = folder.paths("milestones")[folder.milestones // 2]
    before = path.read_bytes()
    write_file(path, before.replace(b'"en": "', f'"en": "{word} '.encode(), 1))
    try:
        return build(folder)
    finally:
        write_file(path, before)


def _sphinx(settings: Settings, python: Path | str, project: Path) -> Sample:
    out = project.with_name(f"{project.name}-site")
    _put_away(settings.root, out)
    return run((python, "-m", "sphinx", "-q", "-b", "html", project, out), project)


def _site_of(folder: Generated) -> Path:
    return folder.root / "dist" / "site"
