"""The files of the interface: a site in, the path and the bytes of each file out."""

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from itertools import chain
from typing import Any, Final

import orjson

from milepost.site.api.addresses import INDEX, OPENAPI, STATUS, list_file, record_file, schema_path
from milepost.site.api.answers import Answers
from milepost.site.api.openapi import openapi
from milepost.site.page import IsMade, Listed, never
from milepost.site.page_names import PAGED
from milepost.site.site import Site

# Unlike records, answers have no canonical spelling of numbers.
_LAYOUT: Final = orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE
Answer = Callable[[], dict[str, Any]]


def api_files(
    site: Site, schemas: Mapping[str, bytes], is_made: IsMade = never
) -> Iterator[tuple[str, bytes]]:
    """Return every file of the interface, and the schemas, by name, at the paths of their `$id`.

    Which files are made already, as `is_made` says by path and what they show, is asked at once;
    they are left out. The others are made one by one.
    """
    asked = list(_asked(Answers(site), is_made))
    made = ((path, orjson.dumps(answer(), option=_LAYOUT)) for path, answer in asked)
    return chain(made, ((schema_path(name), content) for name, content in schemas.items()))


def _asked(answers: Answers, is_made: IsMade) -> Iterator[tuple[str, Answer]]:
    """Yield the path of each answer that has to be made, and how to make it."""
    dataset = answers.site.dataset
    yield INDEX, answers.index
    yield STATUS, answers.status
    yield OPENAPI, partial(openapi, answers.site)
    for kind in PAGED:
        records = dataset.of(kind).values()
        if not is_made(list_file(kind), Listed(kind, records)):
            yield list_file(kind), partial(answers.listing, kind)
        for record in records:
            path = record_file(kind, record.id)
            if not is_made(path, record):
                yield path, partial(answers.record, record)
    for tombstone in dataset.of("tombstone").values():
        path = record_file(tombstone.body["kind"], tombstone.id)
        yield path, partial(answers.gone, tombstone)
