"""Graphs to test: the files of a release, and a release that has an address."""

from functools import cache

from milepost.model import Dataset, Record
from milepost.release.rdf.files import rdf_files
from milepost.release.rdf.graph import nodes
from milepost.release.rdf.triple import Object
from milepost.release.release import Release
from milepost.rules.view import View
from releases import EDITION, the_small_release

BASE = "https://data.example"


def graph_in(release: Release) -> dict[str, list[tuple[str, Object]]]:
    """Return what the graph of a release says of each subject: predicates with their objects."""
    return {
        node.subject: list(zip(node.predicates, node.objects, strict=True))
        for node in nodes(release)
    }


@cache
def small_graph_files() -> dict[str, bytes]:
    """Return the files of the graph of the small dataset."""
    return rdf_files(the_small_release())


@cache
def the_small_release_with_an_address() -> Release:
    """Return the release of the small dataset as if dataset.json had a base_url."""
    small = the_small_release()
    (meta,) = small.dataset.of("dataset").values()
    body = {**meta.body, "base_url": BASE}
    addressed = {meta.id: Record(meta.kind, meta.id, meta.path, body)}
    dataset = Dataset({**small.dataset.records, "dataset": addressed})
    return Release(View(dataset, small.view.schemas), EDITION, small.licence, small.schemas)
