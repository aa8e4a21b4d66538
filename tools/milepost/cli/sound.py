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
            f"milepost: {len(wrong)} errors in {len(files)} files, so this may be incomplete; "
            "`milepost check` lists them",
            file=sys.stderr,
        )
    return result.view
