"""An example in words and JSON for people: what it is about, what it changes, what is found."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from milepost.conformance.example import Example
from milepost.conformance.patch import Operation
from milepost.model import Finding
from milepost.reports.text_report import block

_LONGEST = 1600


def account_of(example: Example, found: tuple[Finding, ...]) -> str:
    """Return an example as text: its sentence, the fragments that it changes and its findings."""
    lines = [example.about, ""]
    for heading, fragment in _changes(example.content):
        lines += [f"  {heading}", *(f"    {line}" for line in fragment.split("\n") if line)]
    for finding in found:
        lines += ["", block(finding).rstrip("\n")]
    return "\n".join(lines) + "\n"


def _changes(content: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for path, record in content.get("files", {}).items():
        yield path, _json(record)
    for path, operations in content.get("patch", {}).items():
        yield f"in {path}", "\n".join(map(_operation, operations))
    for path, raw in content.get("raw", {}).items():
        yield _raw(path, raw)
    for path in content.get("changed", ()):
        yield f"{path}, which has changed", ""
    for path in content.get("remove", ()):
        yield f"without {path}", ""


def _operation(operation: Operation) -> str:
    if operation["op"] == "remove":
        return f"without {operation['path']}"
    return f"{operation['path']}: {_json(operation['value'])}"


def _raw(path: str, raw: Mapping[str, Any]) -> tuple[str, str]:
    if "link" in raw:
        return f"{path}, a symbolic link to {raw['link']}", ""
    if "base64" in raw:
        return f"{path}, as these bytes in Base64", _cut(raw["base64"])
    times = raw.get("repeat", 1)
    often = f", {times:,} times" if times > 1 else ""
    # As JSON, a text shows what is invisible in it.
    lines = [json.dumps(line) for line in raw["text"].splitlines(keepends=True)]
    return f"{path}, as this text{often}", _cut("\n".join(lines))


def _json(value: Any) -> str:
    return _cut(json.dumps(value, indent=2, ensure_ascii=False))


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
