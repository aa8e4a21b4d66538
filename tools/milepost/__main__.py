"""`python -m milepost` is the command line."""

import sys

from milepost.cli import as_process

sys.exit(as_process())
