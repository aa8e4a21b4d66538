"""Other validators on the same files: they hold them against the schema and do nothing else.

Each is asked once a kind, since each takes one schema at a time, and only of kinds with many files.
What its start costs is measured with one file a kind and taken off, so that what remains is the
cost of the files; a quick validator needs many of them, or its start drowns them.
"""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Final

from bench.clock import CommandFailedError, Sample, interleaved
from bench.figures import Figure
from bench.folders import Generated, generated
from bench.measures import ajv, check_jsonschema, reference
from bench.measures.checking import as_process, in_process
from bench.measures.settings import Settings
from milepost.kinds import kind_of

_MILESTONES: Final = 1_000
_SAMPLE: Final = 250
_LEAST_SHARE: Final = 0.01
Validator = Callable[[Mapping[str, list[Path]]], Sample]


def measure(settings: Settings) -> Iterator[Figure]:
    """Yield the CPU of each validator against ours, or why it was left out."""
    few, many = (generated(settings.root, size) for size in (_MILESTONES, max(settings.sizes)))
    yield _reference(settings, few)
    yield _against(settings, few, "check-jsonschema", check_jsonschema.validator, _times_ours)
    yield _against(settings, many, "ajv-cli", ajv.validator, _times_theirs)


def _reference(settings: Settings, folder: Generated) -> Figure:
    paths = folder.paths()
    sample = paths[:: max(1, len(paths) // _SAMPLE)]
    validate = reference.validator(settings.root)
    actions = {
        "check": lambda: in_process(folder),
        "reference": lambda: validate(by_kind(folder, sample)),
    }
    found = interleaved(actions, settings.rounds)
    each, ours = found["reference"].cpu / len(sample), found["check"].cpu / folder.files
    costs = f"{each * 1e6:,.0f} µs a file, and {ours * 1e6:,.0f} µs for all rules"
    note = f"schema only, in process, {len(sample)} of the files: {costs}"
    return Figure("jsonschema, the reference, against all rules (CPU)", each / ours, "×", note=note)


def _against(
    settings: Settings,
    folder: Generated,
    name: str,
    maker: Callable[[Path, Path], Validator | str],
    figure: Callable[[str, float, str], Figure],
) -> Figure:
    validate = maker(settings.root, settings.root / "build" / "bench")
    if isinstance(validate, str):
        return Figure(f"{name}: left out", None, note=validate)
    files = _of_large_kinds(folder)
    first = {kind: paths[:1] for kind, paths in files.items()}
    actions = {
        "check": lambda: in_process(folder),
        "process": lambda: as_process(folder),
        "whole": lambda: validate(files),
        "start": lambda: validate(first),
    }
    try:
        found = interleaved(actions, settings.rounds_for(folder.milestones))
    except CommandFailedError as failed:
        return Figure(f"{name}: failed", None, note=str(failed))
    number = sum(map(len, files.values()))
    theirs = (found["whole"].cpu - found["start"].cpu) / number
    ours = found["check"].cpu / folder.files
    note = (
        f"{theirs * 1e6:,.0f} µs for each of {number:,} files, its start "
        f"({found['start'].cpu:.1f} s for {len(files)} kinds) taken off; {ours * 1e6:,.0f} µs for "
        f"all rules; whole processes {found['whole'].cpu / found['process'].cpu:.1f} × ours"
    )
    return figure(name, theirs / ours, note)


def _times_ours(name: str, ratio: float, note: str) -> Figure:
    what = f"{name}, schema only, against all rules (CPU)"
    return Figure(what, ratio, "×", 15, 30, least=True, note=note)


def _times_theirs(name: str, ratio: float, note: str) -> Figure:
    what = f"all rules against {name}, schema only (CPU)"
    return Figure(what, 1 / ratio, "×", aim=0.7, note=note)


def _of_large_kinds(folder: Generated) -> dict[str, list[Path]]:
    """Return files by kind, without the kinds that have so few that a start for them is waste."""
    files = by_kind(folder, folder.paths())
    return {
        kind: paths for kind, paths in files.items() if len(paths) > _LEAST_SHARE * folder.files
    }


def by_kind(folder: Generated, paths: list[Path]) -> dict[str, list[Path]]:
    """Return files by the kind of the record in them."""
    found: dict[str, list[Path]] = {}
    for path in paths:
        kind = kind_of(path.relative_to(folder.root).as_posix())
        found.setdefault(str(kind), []).append(path)
    return found
