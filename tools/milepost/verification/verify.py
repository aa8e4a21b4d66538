"""The whole verification of a release: its files in, everything that is wrong with them out.

Sums show what was damaged. Who rewrites the sums too is found out by the formats, which are made
again from the records in the bundle; and who rewrites the records, by their evidence, by every
rule, and by the identifier of the dataset, which citations name.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from milepost.model import Body
from milepost.provenance.edition import Edition
from milepost.release.bundle import FILE
from milepost.release.changes import compared_of
from milepost.release.contents import contents
from milepost.release.release import Release
from milepost.rules.view import View
from milepost.schema.engine import Schemas
from milepost.verification.agreement import tables_agree
from milepost.verification.bundled import bundled
from milepost.verification.changes import hold_changes
from milepost.verification.fault import Fault
from milepost.verification.remaking import edition_of_bundle, files_are_what_the_records_make
from milepost.verification.sums import sums_hold

Remake = Callable[[View, Edition, Body], Release]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a release says it is, and what is wrong with it.

    `swhid` is computed from its records, to be compared with the one that a citation names; it is
    empty where they are not whole.
    """

    version: str
    faults: tuple[Fault, ...]
    swhid: str = ""


def verify(files: Mapping[str, bytes], schemas: Schemas, remake: Remake) -> Verdict:
    """Return the verdict on the files of a release.

    `schemas` are those that records follow; `remake` makes the release of a view, an edition and
    what changed since the version before, with the licence and the schemas that this program
    encloses.
    """
    found = bundled(files, schemas)
    faults = [*sums_hold(files), *found.faults, *tables_agree(files)]
    version = str(found.content.get("version", ""))
    if found.view is None or found.faults:
        return Verdict(version, tuple(sorted(faults)))
    try:
        changes = found.content["changes"]
        release = remake(found.view, edition_of_bundle(found.content), compared_of(changes))
        hold_changes(changes, schemas, release)
        faults += _else_wrong(files, contents(release), faults)
    except (KeyError, ValueError) as amiss:
        faults.append(Fault(FILE, f"no release can be made of it: {amiss}"))
        return Verdict(version, tuple(sorted(faults)))
    return Verdict(version, tuple(sorted(faults)), release.swhid)


def _else_wrong(
    files: Mapping[str, bytes], again: Mapping[str, bytes], known: list[Fault]
) -> list[Fault]:
    """Return what is wrong with the files of which nothing is known yet."""
    named = {fault.file for fault in known}
    faults = files_are_what_the_records_make(files, again)
    return [fault for fault in faults if fault.file not in named]
