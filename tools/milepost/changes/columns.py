"""The columns of the tables of two sides to those that came, went or stand elsewhere."""

from collections.abc import Iterator

from milepost.changes.change import ValueChange
from milepost.changes.side import Columns, Typed


def column_changes(old: Columns | None, new: Columns | None) -> list[ValueChange]:
    """Return what changed, table by table; nothing where the columns of a side are not known."""
    if old is None or new is None:
        return []
    return [change for name in {**old, **new} for change in _of_table(old, new, name)]


def _of_table(old: Columns, new: Columns, table: str) -> Iterator[ValueChange]:
    if table not in new:
        yield ValueChange(table, "table removed")
    elif table not in old:
        yield ValueChange(table, "table added")
    elif old[table] != new[table]:
        yield from _of_columns(table, old[table], new[table])


def _of_columns(
    table: str, before: tuple[Typed, ...], after: tuple[Typed, ...]
) -> Iterator[ValueChange]:
    types, typed = dict(before), dict(after)
    for name, datatype in types.items():
        if name not in typed:
            yield ValueChange(f"{table}/{name}", "column removed", datatype)
        elif datatype != typed[name]:
            yield ValueChange(f"{table}/{name}", "column retyped", datatype, typed[name])
    yield from _placed(table, before, after)


def _placed(
    table: str, before: tuple[Typed, ...], after: tuple[Typed, ...]
) -> Iterator[ValueChange]:
    """Yield the columns that came last, and those that do not stand where they stood.

    After a column that went, all others stand elsewhere; that one says enough.
    """
    names = [column.name for column in before]
    left = [name for name in names if name in dict(after)]
    for position, (name, datatype) in enumerate(after):
        if name not in names:
            is_last = position >= len(left)
            category = "column appended" if is_last else "column moved"
            yield ValueChange(f"{table}/{name}", category, "", datatype)
        elif left.index(name) != position:
            where = str(left.index(name) + 1), str(position + 1)
            yield ValueChange(f"{table}/{name}", "column moved", *where)
