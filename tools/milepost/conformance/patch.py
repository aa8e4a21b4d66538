"""A JSON value and operations of RFC 6902 (add, replace, remove) to the value that they make."""

from collections.abc import Iterable, Mapping
from copy import deepcopy
from typing import Any

from milepost.addresses import tokens

Operation = Mapping[str, Any]


def patched(value: Any, operations: Iterable[Operation]) -> Any:
    """Return a value with operations applied in turn; the value itself stays as it is.

    ValueError where an operation leads nowhere, as RFC 6902 asks of replace and remove.
    """
    changed = deepcopy(value)
    for operation in operations:
        _apply(changed, operation)
    return changed


def _apply(value: Any, operation: Operation) -> None:
    *above, last = tokens(operation["path"])
    try:
        for token in above:
            value = value[_step(value, token)]
        _change(value, _step(value, last), operation)
    except (KeyError, IndexError, TypeError) as nowhere:
        message = f"{operation['op']} leads nowhere: {operation['path']}"
        raise ValueError(message) from nowhere


def _step(value: Any, token: str) -> str | int:
    if not isinstance(value, list):
        return token
    return len(value) if token == "-" else int(token)  # noqa: S105 -- the end of a list, RFC 6901


def _change(value: Any, step: Any, operation: Operation) -> None:
    if operation["op"] != "add":
        del value[step]
    if operation["op"] != "remove":
        fresh = deepcopy(operation["value"])
        if isinstance(value, list):
            value.insert(step, fresh)
        else:
            value[step] = fresh
