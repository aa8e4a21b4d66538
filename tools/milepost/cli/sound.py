"""The dataset as far as it is sound, for commands that look things up while others write."""

import sys
from pathlib import Path

from milepost.findings import errors
from milepost.loading import checked
from milepost.rules.view import View


def sound(root: Path) -> View:
    """Return the view of all sound records, and say on standard error what has errors."""
    result = checked(root)
    wrong = errors(result.findings)
    if wrong:
        files = {finding.path for finding in wrong}
        print(
            f"milepost: {_counted(len(wrong), 'error')} in {_counted(len(files), 'file')}, "
            "so this may be incomplete; "
            "`milepost check` lists them",
            file=sys.stderr,
        )
    return result.view


def _counted(number: int, what: str) -> str:
    return f"{number:,} {what}{'' if number == 1 else 's'}"
