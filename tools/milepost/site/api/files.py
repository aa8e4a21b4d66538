"""The files of the interface: a site in, the path and the bytes of each file out."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

import orjson

from milepost.site.api.addresses import INDEX, OPENAPI, STATUS, list_file, record_file, schema_path
from milepost.site.api.answers import Answers
from milepost.site.api.openapi import openapi
from milepost.site.page import IsMade, Listed, never
from milepost.site.page_names import PAGED
from milepost.site.site import Site

_LAYOUT: Final = orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE


def api_files(
    site: Site, schemas: Mapping[str, bytes], is_made: IsMade = never
) -> Iterator[tuple[str, bytes]]:
    """Yield every file of the interface, and the schemas, by name, at the paths of their `$id`.

    Files that are made already, as `is_made` says by path and what they show, are left out.
    """
    answers = Answers(site)
    yield INDEX, _written(answers.index())
    yield STATUS, _written(answers.status())
    yield OPENAPI, _written(openapi(site))
    for kind in PAGED:
        records = site.dataset.of(kind).values()
        if not is_made(list_file(kind), Listed(kind, records)):
            yield list_file(kind), _written(answers.listing(kind))
        for record in records:
            path = record_file(kind, record.id)
            if not is_made(path, record):
                yield path, _written(answers.record(record))
    for tombstone in site.dataset.of("tombstone").values():
        path = record_file(tombstone.body["kind"], tombstone.id)
        yield path, _written(answers.gone(tombstone))
    for name, content in schemas.items():
        yield schema_path(name), content


def _written(answer: Any) -> bytes:
    """Return an answer as JSON; unlike records, answers have no canonical spelling of numbers."""
    return orjson.dumps(answer, option=_LAYOUT)
