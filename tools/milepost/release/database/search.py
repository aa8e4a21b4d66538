"""The full-text index: the texts of every record, in any script."""

from collections.abc import Iterator

from milepost.derive.labels import label_of
from milepost.derive.texts import texts_of
from milepost.release.release import Release
from milepost.text.profile import normalise

# Three characters are the least that trigrams find by MATCH; LIKE finds fewer, if more slowly.
DEFINITION = """\
CREATE VIRTUAL TABLE search USING fts5(
    kind UNINDEXED, id UNINDEXED, title, text, tokenize = 'trigram'
)"""


def rows(release: Release) -> Iterator[tuple[str, str, str, str]]:
    """Yield kind, identifier, title and text of each record.

    Texts are normalised by the profile text-1: words of Khmer have no zero-width spaces in them.
    """
    for record in release.dataset:
        texts = dict.fromkeys(normalise(text).text for text in texts_of(record.body))
        yield record.kind, record.id, normalise(label_of(record)).text, "\n".join(texts)
