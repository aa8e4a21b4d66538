"""What a check has to say, as a value that every format begins with."""

from typing import NamedTuple

from milepost.model import Finding


class Report(NamedTuple):
    """The findings to be told, sorted by place, and what they were found in.

    `records` counts the records checked, `changed` names the files of the change that is judged,
    where there is one, and `colour` says whether the output goes to a terminal that shows it.
    """

    findings: tuple[Finding, ...]
    records: int
    changed: frozenset[str] = frozenset()
    colour: bool = False
