"""How deep brackets may be nested in a file; a record needs fewer than ten levels."""

from typing import Final

DEEPEST: Final = 64
