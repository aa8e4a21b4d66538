"""A small root with an address, in which records are gone in each of the four ways."""

import json
from pathlib import Path
from typing import Any

from golden import written
from milepost.canonical import encode

HOME = "https://www.example.org/milepost"
SINCE = "0.3.0"
FATES: dict[str, tuple[str, str, list[str]]] = {
    "hun-sen-2": ("person", "merged", ["hun-sen"]),
    "kumamoto-city": ("place", "moved", ["kumamoto"]),
    "mp-bcdfghk": ("milestone", "split", ["mp-bqdztmr", "mp-j6f2msf"]),
    "a-hoax": ("source", "withdrawn", []),
}
_CONF = """
project = "Small"
extensions = ["myst_parser", "notfound.extension", "milepost.site"]
primary_domain = "mp"
html_theme = "furo"
html_title = "Small"
html_copy_source = False
html_use_index = False
"""
_INDEX = """# Small

```{milepost-overview}
```

```{toctree}
:hidden:

versions
```
"""


def a_root(folder: Path, **meta: str) -> Path:
    """Write the small dataset with tombstones, ledgers and documents into a folder."""
    root = written(folder)
    _change(root, {"version": SINCE, "base_url": f"{HOME}/", **meta})
    for slug, (kind, fate, targets) in FATES.items():
        _write(
            root / "dataset" / "withdrawn" / f"{slug}.json", _tombstone(slug, kind, fate, targets)
        )
    for version, withdrawn in (("0.1.0", {}), ("0.2.0", {"en": "Half of the sources were lost."})):
        _write(root / "dataset" / "releases" / f"{version}.json", _ledger(version, withdrawn))
    docs = root / "docs"
    docs.mkdir()
    (docs / "conf.py").write_text(_CONF, "utf-8")
    (docs / "index.md").write_text(_INDEX, "utf-8")
    (docs / "versions.md").write_text("# Versions\n\n```{milepost-versions}\n```\n", "utf-8")
    return root


def _change(root: Path, meta: dict[str, str]) -> None:
    path = root / "dataset" / "dataset.json"
    body = json.loads(path.read_text("utf-8")) | {name: part for name, part in meta.items() if part}
    path.write_bytes(encode(body))


def _write(path: Path, body: Any) -> None:
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(encode(body))


def _tombstone(slug: str, kind: str, fate: str, targets: list[str]) -> dict[str, Any]:
    return {
        "$schema": "../../schema/v1/tombstone.schema.json",
        "id": slug,
        "kind": kind,
        "fate": fate,
        "targets": targets,
        "reason": {"en": "Two records told the same <b>thing</b>."},
        "since": SINCE,
        "last_in": "0.2.0",
    }


def _ledger(version: str, withdrawn: dict[str, str]) -> dict[str, Any]:
    rows = [{"kind": kind, "id": slug, "sha256": "0" * 64} for slug, (kind, _, _) in FATES.items()]
    return {
        "$schema": "../../schema/v1/ledger.schema.json",
        "version": version,
        "published": "2026-01-01",
        **({"withdrawn": withdrawn} if withdrawn else {}),
        "records": rows,
    }
