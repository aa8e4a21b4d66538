"""`python -m milepost` is the command line."""

import sys

from milepost.cli import main

sys.exit(main())
