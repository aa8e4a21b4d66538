"""What follows from an edit before any page is made: the keys of lists, and the graph."""

from pathlib import Path

import pytest

from edits import PERSON, PLACE, SOURCE, TALKS, UPGRADE, WATER, called, edit
from gone import a_root
from milepost.loading import clean
from milepost.provenance.edition import Edition
from milepost.site.editing import edited
from milepost.site.keys import Keys, ground_of
from milepost.site.page import Listed
from milepost.site.page_names import PAGED
from milepost.site.serving.edits import edit_of
from milepost.site.site import Site
from sites import MOMENT

NAME = "Quite another name"
EDITION = Edition("0.3.0", MOMENT)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return a_root(tmp_path)


@pytest.mark.parametrize("path", [WATER, UPGRADE, TALKS, PERSON, PLACE, SOURCE])
def test_the_graph_of_an_edited_site_is_that_of_a_new_one(root: Path, path: str) -> None:
    site = Site(clean(root), EDITION, EDITION.day)
    edit(root, path, lambda body: body.pop("links", None) or called(NAME)(body))
    old_and_new = edit_of(site, root, path)
    assert old_and_new is not None
    known = edited(site, *old_and_new).graph
    anew = Site(clean(root), EDITION, EDITION.day).graph

    assert anew.outgoing == {path: edges for path, edges in known.outgoing.items() if edges}
    assert anew.incoming == {path: edges for path, edges in known.incoming.items() if edges}


@pytest.mark.parametrize(
    ("path", "kinds"),
    [
        (WATER, {"milestone"}),
        (SOURCE, {"source", "milestone", "person"}),
        (PERSON, {"person", "milestone"}),
        (PLACE, set(PAGED)),
    ],
)
def test_a_list_is_made_again_where_its_records_or_those_they_name_have_changed(
    root: Path, path: str, kinds: set[str]
) -> None:
    before = keys_of_lists(root)
    edit(root, path, called(NAME))
    after = keys_of_lists(root)

    assert kinds == {kind for kind in PAGED if before[kind] != after[kind]}


def test_a_list_is_made_again_where_it_says_something_else_besides(root: Path) -> None:
    site = Site(clean(root), EDITION, EDITION.day)
    keys = Keys(site, ground_of(site, b""))
    records = site.dataset.of("person").values()
    words = [(), ("A – B",), ("A", " – B"), ("A – C",)]
    made = {keys.of(Listed("person", records, each)) for each in words}

    assert len(words) == len(made)
    assert keys.of(Listed("person", [*records][1:])) not in made


def keys_of_lists(root: Path) -> dict[str, str]:
    site = Site(clean(root), EDITION, EDITION.day)
    keys = Keys(site, ground_of(site, b""))
    return {kind: keys.of(Listed(kind, site.dataset.of(kind).values())) for kind in PAGED}
