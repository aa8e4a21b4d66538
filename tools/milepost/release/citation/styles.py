"""The styles of citation by name."""

from collections.abc import Callable, Mapping

from milepost.release.citation.bibtex import as_bibtex
from milepost.release.citation.csl import as_csl
from milepost.release.citation.prose import as_apa, as_chicago, as_text
from milepost.release.citation.ris import as_ris
from milepost.release.citation.work import Work

STYLES: Mapping[str, Callable[[Work], str]] = {
    "text": as_text,
    "apa": as_apa,
    "chicago": as_chicago,
    "bibtex": as_bibtex,
    "ris": as_ris,
    "csl": as_csl,
}
