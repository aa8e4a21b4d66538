"""The least that makes the pages of each record: read, lay out all values with Jinja, write."""

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
<html lang="{{ language }}"><head><meta charset="utf-8"><title>{{ record.id }}</title></head>
<body><main><h1>{{ record.id }}</h1>{{ shown(record) }}</main></body></html>
"""


# The languages that the site has pages in, by the folder of the records; all others are in one.
ONE: Final = ("en",)
LANGUAGES: Final = dict.fromkeys(("milestones", "relationships"), (*ONE, "ja", "km"))


def main(root: Path, out: Path) -> None:
    """Write the pages of each record of a dataset, without check, links, search, derived values."""
    template = Environment(autoescape=True).from_string(_PAGE)
    dataset = root / "dataset"
    for path in sorted(dataset.rglob("*.json")):
        name = path.relative_to(dataset).with_suffix(".html")
        record = orjson.loads(path.read_bytes())
        for language in LANGUAGES.get(name.parts[0], ONE):
            page = out / language / name
            page.parent.mkdir(parents=True, exist_ok=True)
            page.write_text(template.render(record=record, language=language), "utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
