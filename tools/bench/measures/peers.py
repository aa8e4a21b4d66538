"""Other validators on the same files: they hold them against the schema and do nothing else.

Each is asked once a kind, since each takes one schema at a time. What its start costs is measured
with one file a kind and taken off, so that what remains is the cost of the files.
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
Validator = Callable[[Mapping[str, list[Path]]], Sample]


def measure(settings: Settings) -> Iterator[Figure]:
    """Yield how many times the CPU of each validator the check takes, or why it was left out."""
    folder = generated(settings.root, _MILESTONES)
    yield _reference(settings, folder)
    yield _against(settings, folder, "check-jsonschema", check_jsonschema.validator, (15, 30))
    yield _against(settings, folder, "ajv-cli", ajv.validator, None)


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
    costs = f"{each * 1e6:,.0f} µs against {ours * 1e6:.0f} µs a file"
    note = f"schema only, {len(sample)} of the files: {costs}"
    return Figure("jsonschema (reference), times our CPU, in process", each / ours, note=note)


def _against(
    settings: Settings,
    folder: Generated,
    name: str,
    maker: Callable[[Path, Path], Validator | str],
    bounds: tuple[float, float] | None,
) -> Figure:
    work = settings.root / "build" / "bench"
    validate = maker(settings.root, work)
    if isinstance(validate, str):
        return Figure(f"{name}: skipped", None, note=validate)
    files = by_kind(folder, folder.paths())
    first = {kind: paths[:1] for kind, paths in files.items()}
    actions = {
        "check": lambda: in_process(folder),
        "process": lambda: as_process(folder),
        "whole": lambda: validate(files),
        "start": lambda: validate(first),
    }
    try:
        found = interleaved(actions, settings.rounds)
    except CommandFailedError as failed:
        return Figure(f"{name}: failed", None, note=str(failed))
    return _compared(name, folder, found, bounds)


def _compared(
    name: str,
    folder: Generated,
    found: Mapping[str, Sample],
    bounds: tuple[float, float] | None,
) -> Figure:
    their_files = found["whole"].cpu - found["start"].cpu
    ours, whole = found["check"].cpu, found["whole"].cpu / found["process"].cpu
    each, their = ours / folder.files * 1e6, their_files / folder.files * 1e6
    note = (
        f"schema only, {folder.files:,} files, its start ({found['start'].cpu:.1f} s) taken off: "
        f"{their:,.0f} µs against {each:.0f} µs a file; whole processes {whole:.1f} times"
    )
    must, aim = bounds or (None, None)
    return Figure(
        f"{name}, times our CPU", their_files / ours, "", must, aim, least=True, note=note
    )


def by_kind(folder: Generated, paths: list[Path]) -> dict[str, list[Path]]:
    """Return files by the kind of the record in them."""
    found: dict[str, list[Path]] = {}
    for path in paths:
        kind = kind_of(path.relative_to(folder.root).as_posix())
        found.setdefault(str(kind), []).append(path)
    return found
