"""Tables to SQL: each column with its type, its key, what it refers to, and its description."""

from collections.abc import Iterator

from milepost.release.tables.table import Column, Reference, Table

# SQLite has no type for days or truth: a day is text in ISO 8601, truth is 1 or 0, a list is JSON.
TYPES = {
    "string": "TEXT",
    "date": "TEXT",
    "json": "TEXT",
    "list": "TEXT",
    "integer": "INTEGER",
    "boolean": "INTEGER",
    "number": "REAL",
}


def definition(table: Table) -> str:
    """Return the CREATE TABLE statement of a table; its comments are what COLUMNS.md says."""
    constraints = [f"PRIMARY KEY ({_names(table.key)})", *map(_foreign, table.references)]
    lines = [*_columns(table), *(f"    {constraint}," for constraint in constraints)]
    lines[-1] = lines[-1].rstrip(",")
    return f"CREATE TABLE {table.name} ( -- {table.holds}\n" + "\n".join(lines) + "\n)"


def _columns(table: Table) -> Iterator[str]:
    for column in table.columns:
        yield f"    {quoted(column.name)} {_type(column, table)}, -- {column.description}"


def _type(column: Column, table: Table) -> str:
    needed = " NOT NULL" if column.name in table.key or column.datatype == "list" else ""
    return TYPES[column.datatype] + needed


def _foreign(reference: Reference) -> str:
    target = f"{reference.table} ({_names(reference.target)})"
    return f"FOREIGN KEY ({_names(reference.columns)}) REFERENCES {target}"


def _names(columns: tuple[str, ...]) -> str:
    return ", ".join(map(quoted, columns))


def quoted(name: str) -> str:
    """Return a name as SQL has it, such as "from" for a word that SQL keeps for itself."""
    return '"' + name.replace('"', '""') + '"'
