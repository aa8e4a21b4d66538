"""The least that makes a page of each record: read, lay out all values with Jinja, write."""

import sys
from pathlib import Path
from typing import Final

import orjson
from jinja2 import Environment

_PAGE: Final = """<!doctype html>
{% macro shown(value) %}
{% if value is mapping %}
<dl>
{% for name, part in value.items() %}<dt>{{ name }}</dt><dd>{{ shown(part) }}</dd>{% endfor %}
</dl>
{% elif value is sequence and value is not string %}
<ul>{% for part in value %}<li>{{ shown(part) }}</li>{% endfor %}</ul>
{% else %}{{ value }}{% endif %}
{% endmacro %}
<html lang="en"><head><meta charset="utf-8"><title>{{ record.id }}</title></head>
<body><main><h1>{{ record.id }}</h1>{{ shown(record) }}</main></body></html>
"""


def main(root: Path, out: Path) -> None:
    """Write a page of each record of a dataset, without check, links, search or derived values."""
    template = Environment(autoescape=True).from_string(_PAGE)
    for path in sorted((root / "dataset").rglob("*.json")):
        page = out / path.relative_to(root / "dataset").with_suffix(".html")
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text(template.render(record=orjson.loads(path.read_bytes())), "utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
