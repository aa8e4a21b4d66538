"""The full-text index: the texts of every record, in any script."""

from collections.abc import Iterator
from typing import Final

from milepost.derive.labels import label_of
from milepost.derive.texts import texts_of
from milepost.release.release import Release
from milepost.text.profile import normalise

# Three characters are the least that trigrams find by MATCH; LIKE finds fewer, if more slowly.
DEFINITION = """\
CREATE VIRTUAL TABLE search USING fts5(
    kind UNINDEXED, id UNINDEXED, title, text, tokenize = 'trigram'
)"""
# So many bytes of the index are held before they are written: what of it is written early is
# written once more when it is merged with the rest.
HELD: Final = 64 << 20


def rows(release: Release) -> Iterator[tuple[str, str, str, str]]:
    """Yield kind, identifier, title and text of each record.

    Texts are normalised by the profile text-1: words of Khmer have no zero-width spaces in them.
    """
    for record in release.dataset:
        label, texts = label_of(record), list(texts_of(record.body))
        found = {text: normalise(text).text for text in (label, *texts)}
        once = dict.fromkeys([found[text] for text in texts])
        yield record.kind, record.id, found[label], "\n".join(once)
