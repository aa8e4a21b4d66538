"""What the search finds a record by: its own texts, and the names of all that it refers to."""

from collections.abc import Iterator

from sphinx.search.en import SearchEnglish

from milepost.derive.labels import text_in
from milepost.derive.texts import texts_of
from milepost.model import Record
from milepost.site.naming import label
from milepost.site.site import Site


def words_of(site: Site, record: Record) -> str:
    """Return the words that lead to a record, in every language that it has them in."""
    return " ".join(dict.fromkeys((record.id, *texts_of(record.body), *_names(site, record))))


def _names(site: Site, record: Record) -> Iterator[str]:
    for edge in site.graph.named_by(record):
        yield label(edge.target).text
    for value in site.view.links(record):
        term = site.view.terms.get(value.field.vocabulary, {}).get(value.text)
        if term:
            yield text_in(term["label"])


class English(SearchEnglish):
    """Sphinx's English, which remembers the stem of each word for the whole build."""

    def __init__(self, options: dict[str, str]) -> None:
        super().__init__(options)
        self._stems: dict[str, str] = {}

    def stem(self, word: str) -> str:
        """Return the stem of a word."""
        if word not in self._stems:
            self._stems[word] = super().stem(word)
        return self._stems[word]
