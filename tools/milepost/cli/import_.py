"""`milepost import`: a spreadsheet into records, with every row accounted for."""

import argparse
import csv
import io
import sys
from collections import Counter
from collections.abc import Iterable
from functools import partial
from pathlib import Path

from milepost.cli import CLEAN, FOUND
from milepost.errors import MilepostError
from milepost.kinds import kind_of
from milepost.loading import clean, schemas_of
from milepost.model import Finding
from milepost.reading.schema_files import schema_document, schema_folder
from milepost.reading.sheets.open import read_mapping, read_sheet
from milepost.reading.sheets.sheet import Sheet, SheetRefusedError
from milepost.reports.text_report import block
from milepost.root import find_root
from milepost.schema.engine import Schemas, with_schema
from milepost.sheets.account import Account
from milepost.sheets.importing import Watch, imported
from milepost.sheets.mapping import SheetMapping
from milepost.sheets.mapping_file import KIND, mapping_from, strange_columns
from milepost.sheets.report import as_text
from milepost.sheets.template import COLUMNS, described, place_of, template_mapping
from milepost.suggestions import quoted, suggestion
from milepost.writing.files import write_file


class MappingBrokenError(MilepostError):
    """A mapping has findings, so that no row of the sheet was read."""

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        """Keep the findings, which are printed before the message."""
        super().__init__("no row was read; mend the mapping first")
        self.findings = findings


def register(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command."""
    parser.add_argument("sheet", nargs="?", metavar="SHEET", help="a .csv or .xlsx file")
    parser.add_argument(
        "--map", metavar="FILE", help="what the columns mean, where they are not the template's"
    )
    parser.add_argument("--sheet", dest="name", metavar="NAME", help="which sheet of a workbook")
    parser.add_argument("--write", action="store_true", help="write the records (default: tell)")
    parser.add_argument(
        "--template", action="store_true", help="print the columns, with a row as an example"
    )
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print what becomes of each row; 1 where one is rejected, 2 where the sheet is not read."""
    root = find_root(options.root)
    schemas = schemas_of(root)
    if options.template:
        print(_template(schemas), end="")
        return CLEAN
    if not options.sheet:
        message = "name a sheet, or say --template for an empty one"
        raise SheetRefusedError(message)
    try:
        sheet, mapping = _taken(root, options, schemas)
    except MappingBrokenError as broken:
        print("".join(map(block, broken.findings)), end="", file=sys.stderr)
        raise
    account = imported(sheet, mapping, clean(root), watch=watched())
    print(as_text(account, Path(options.sheet).name, sheet.header), end="")
    return _finish(account, root, write=options.write)


def _taken(root: Path, options: argparse.Namespace, schemas: Schemas) -> tuple[Sheet, SheetMapping]:
    """Return the sheet and what its columns mean; MappingBrokenError with findings of a mapping."""
    if not options.map:
        sheet = read_sheet(Path(options.sheet), name=options.name)
        _hold_to_template(sheet.header)
        _tell_passed_over(sheet, ())
        return sheet, template_mapping(sheet.header, schemas.documents)
    raw, name = read_mapping(Path(options.map)), Path(options.map).name
    document = schema_document(schema_folder(root), KIND)
    mapping, found = mapping_from(raw, name, with_schema(schemas, KIND, document))
    if mapping is None:
        raise MappingBrokenError(found)
    sheet = read_sheet(Path(options.sheet), mapping.header_row, options.name)
    found = strange_columns(raw, name, sheet.header)
    if found:
        raise MappingBrokenError(found)
    _tell_passed_over(sheet, [name for name in sheet.header if name not in mapping.columns])
    return sheet, mapping


def _hold_to_template(header: Iterable[str]) -> None:
    strange = [name for name in header if name and place_of(name) is None]
    if strange:
        hint = suggestion(strange[0], COLUMNS, "`milepost import --template` prints those it has")
        message = (
            f"the template has no column {', '.join(map(quoted, strange))}; {hint}. "
            "A table with columns of its own needs a mapping, by --map"
        )
        raise SheetRefusedError(message)


def _tell_passed_over(sheet: Sheet, columns: Iterable[str]) -> None:
    named = [f"the column {quoted(name)}" for name in columns if name]
    for what in (*sheet.passed_over, *named):
        print(f"not read: {what}")


def _template(schemas: Schemas) -> str:
    """Return the header of the template with a row of the examples that the schemas give."""
    out = io.StringIO()
    rows = list(described(schemas.documents))
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow([column for column, _, _ in rows])
    writer.writerow([example for _, _, example in rows])
    return out.getvalue()


def watched() -> Watch:
    """Return a progress bar over rows where there is a terminal and rich, else nothing."""
    if not sys.stderr.isatty():
        return iter
    try:
        from rich.console import Console
        from rich.progress import track
    except ImportError:
        return iter
    return partial(track, description="rows", console=Console(stderr=True), transient=True)


def _finish(account: Account, root: Path, *, write: bool) -> int:
    made = Counter(kind_of(path) for path, _ in account.files)
    told = " and ".join(f"{n:,} {kind}{'s' * (n != 1)}" for kind, n in sorted(made.items()))
    if write:
        for path, content in account.files:
            write_file(root / path, content)
        print(f"{told or 'nothing'} written")
    else:
        print(f"{told} to be written; --write writes them" if told else "nothing to be written")
    return FOUND if account.counts["rejected"] else CLEAN
