"""The columns of all tables as a Markdown page."""

from collections.abc import Iterable

from milepost.release.markdown import escaped, table
from milepost.release.tables.table import Table

_INTRODUCTION = """\
# The columns of the tables

The files in `csv/` follow RFC 4180: commas, CRLF line ends, double quotes where a cell needs them,
one header line. They are UTF-8 without a byte order mark.

- **An empty cell means that nothing is recorded**, never zero and never no.
- **Dates** have four columns: `_edtf` as the record writes it (ISO 8601-2), `_earliest` and
  `_latest`, the first and last day that it allows (empty where open or unknown), and `_precision`.
- **Several values in one cell** have `|` between them; a `|` inside a value is written `\\|` and a
  `\\` is written `\\\\`.
- **Keys**: `milestones.id` and its sisters name a row of another table; `pointer` in
  `statements.csv` is a JSON Pointer (RFC 6901) into the record, with keys for members of lists.
- **Languages**: texts have a column each for English, Japanese and Khmer; `milepost.json` has any
  other.
- **Codes are texts**: 004 keeps its zeros and NA is the code of Namibia. In pandas, read with
  `pandas.read_csv(path, dtype=str, keep_default_na=False)`.
"""


def as_columns_page(tables: Iterable[Table]) -> bytes:
    """Return the page, in UTF-8: one section a table, one row a column."""
    return "\n".join([_INTRODUCTION, *map(_section, tables)]).encode()


def _section(of: Table) -> str:
    rows = [(f"`{column.name}`", escaped(column.description)) for column in of.columns]
    return f"## {of.file}\n\n{of.holds}.\n\n{table(('column', 'what it holds'), rows)}"
