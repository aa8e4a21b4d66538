"""The dataset's citation in the Citation File Format, version 1.2.0."""

import json
import re
from collections.abc import Iterator

from milepost.derive.labels import text_in
from milepost.model import Body
from milepost.provenance.edition import Edition

_MESSAGE = "Please cite the dataset and its version as below; `milepost cite ID` cites one record."
# JSON may leave these as they are; YAML reads them as line breaks or refuses them.
_NOT_IN_YAML = re.compile("[\x7f-\x9f\u2028\u2029\ufeff]")


def as_cff(meta: Body, edition: Edition | None = None, swhid: str = "") -> bytes:
    """Return CITATION.cff in UTF-8, from the content of dataset.json and the edition released.

    Without an edition it is the file in the root, which speaks of the version to come and so has
    neither a date, a commit nor an identifier of its content.
    """
    return "".join(f"{line}\n" for line in _lines(meta, edition, swhid)).encode()


def _lines(meta: Body, edition: Edition | None, swhid: str) -> Iterator[str]:
    yield "cff-version: 1.2.0"
    yield f"message: {_quoted(_MESSAGE)}"
    yield "type: dataset"
    yield f"title: {_quoted(text_in(meta['title']))}"
    yield f"abstract: {_quoted(text_in(meta['description']))}"
    yield "authors:"
    yield f"  - name: {_quoted(text_in(meta['creator']))}"
    yield f"version: {_quoted(edition.version if edition else meta['version'])}"
    if edition and edition.is_final:
        yield f"date-released: {_quoted(edition.day)}"
    if edition and edition.commit:
        yield f"commit: {_quoted(edition.commit)}"
    if edition and edition.doi:
        yield f"doi: {_quoted(edition.doi)}"
    if swhid:
        yield "identifiers:"
        yield "  - type: swh"
        yield f"    value: {_quoted(swhid)}"
        yield "    description: The content of the folder dataset/"
    yield f"license: {meta['licence']}"
    if "base_url" in meta:
        yield f"url: {_quoted(meta['base_url'])}"
    if "keywords" in meta:
        yield "keywords:"
        yield from (f"  - {_quoted(keyword)}" for keyword in meta["keywords"])


def _quoted(text: str) -> str:
    """Return a text as a double-quoted scalar, which YAML 1.2 shares with JSON."""
    quoted = json.dumps(text, ensure_ascii=False)
    return _NOT_IN_YAML.sub(lambda sign: f"\\u{ord(sign[0]):04x}", quoted)
