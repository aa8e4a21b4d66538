"""The dataset as far as it is sound, for commands that look things up while others write."""

import sys
from pathlib import Path

from milepost.findings import errors
from milepost.loading import checked
from milepost.reports.text_report import number_of
from milepost.rules.view import View


def sound(root: Path) -> View:
    """Return the view of all sound records, and say on standard error what has errors."""
    result = checked(root)
    wrong = errors(result.findings)
    if wrong:
        files = {finding.path for finding in wrong}
        print(
            f"milepost: {number_of(len(wrong), 'error')} in {number_of(len(files), 'file')}, "
            "so this may be incomplete; `milepost check` lists them",
            file=sys.stderr,
        )
    return result.view
