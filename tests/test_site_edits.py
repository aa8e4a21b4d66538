"""What a build changes after an edit: the pages that show what was edited, and no other."""

import os
import shutil
from pathlib import Path
from typing import Any

import pytest

from edits import PERSON, PLACE, SOURCE, TALKS, UPGRADE, WATER, Change, called, edit
from gone import a_root
from milepost.loading import checked_tree, clean, schemas_of
from milepost.provenance.edition import Edition
from milepost.reading.hashed import Hashed
from milepost.reading.tree import Folder, Memory, Tree
from milepost.rules.view import View
from milepost.schema.engine import Schemas
from milepost.site import building
from milepost.site.building import Built, DatasetChangedError, begun, build
from milepost.site.order import Order
from milepost.site.serving.live_site import LiveSite
from milepost.site.site import Site
from milepost.trusting import trusted
from sites import MOMENT, contents

NAME = "Quite another name"
BY_HAND = "---\norphan: true\n---\n\n# By hand\n"
EDITION = Edition("0.3.0", MOMENT)


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A root with its site, built once; tests edit copies of it."""
    root = a_root(tmp_path_factory.mktemp("first"))
    built(root)
    return root


@pytest.fixture
def root(first: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(first, tmp_path / "root"))


def built(root: Path) -> Built:
    return build(Order(root, root / "site", edition=EDITION))


def rebuilt(root: Path) -> Built:
    """Build the site as the command does: made in another process while this one checks."""
    with begun(Order(root, root / "site", edition=EDITION)) as finish:
        tree = Hashed(Folder(root))
        return finish(checked_tree(root, tree, schemas_of(root)).view, tree.digest)


def times(root: Path) -> dict[str, int]:
    """Return the time of each file of the site."""
    out = root / "site"
    files = (path for path in out.rglob("*") if path.is_file())
    return {path.relative_to(out).as_posix(): path.stat().st_mtime_ns for path in files}


def newer(root: Path, before: dict[str, int]) -> set[str]:
    return {name for name, time in times(root).items() if time != before.get(name)}


def pages_with(root: Path, text: str) -> set[str]:
    out = root / "site"
    pages = (path for path in out.rglob("*.html") if text in path.read_text("utf-8"))
    return {path.relative_to(out).as_posix() for path in pages}


def test_a_build_after_no_edit_leaves_every_file_its_time(root: Path) -> None:
    before = times(root)

    assert () == built(root).changed
    assert before == times(root)


@pytest.mark.parametrize("path", [WATER, TALKS, PERSON, PLACE])
def test_a_new_name_changes_the_pages_that_show_it_and_no_other(root: Path, path: str) -> None:
    before = times(root)
    edit(root, path, called(NAME))
    changed = built(root).changed
    pages = {name for name in newer(root, before) if name.endswith(".html")}

    assert len(pages_with(root, NAME)) > 1
    # The home page names the state of the whole dataset, by its SWHID.
    assert pages_with(root, NAME) | {"index.html"} == pages
    assert set(changed) == newer(root, before)


def test_a_new_source_changes_the_pages_that_name_or_count_it_and_no_other(root: Path) -> None:
    before = times(root)
    new = copied(root, SOURCE, "a-second-paper")
    edit(root, new, called(NAME))
    built(root)
    pages = {name for name in newer(root, before) if name.endswith(".html")}

    assert {"sources/index.html", "sources/a-second-paper.html"} <= pages_with(root, NAME)
    # Home and search count the sources.
    assert pages_with(root, NAME) | {"index.html", "search.html"} == pages


def copied(root: Path, path: str, slug: str) -> str:
    """Copy a record under another name, and return its path."""
    copy = f"{path.rpartition('/')[0]}/{slug}.json"
    shutil.copy(root / path, root / copy)
    edit(root, copy, lambda body: body.update(id=slug))
    return copy


@pytest.fixture
def live(root: Path) -> LiveSite:
    made = built(root)
    return LiveSite(root, root / "site", Site(clean(root), EDITION, EDITION.day), made)


@pytest.mark.parametrize("path", [WATER, UPGRADE, PERSON, PLACE, SOURCE])
def test_a_page_that_is_made_by_itself_is_the_page_of_the_next_build(
    root: Path, live: LiveSite, path: str
) -> None:
    edit(root, path, called(NAME))
    own = live.follow([path])
    near = set[str]()
    while live.is_behind:
        near |= set(live.go_on())
    later = set(built(root).changed)

    assert own is not None
    assert 1 == len(own)
    assert near
    assert {*own, *near} & later == set()


def test_a_record_that_is_wrong_or_new_is_left_to_the_check(root: Path, live: LiveSite) -> None:
    edit(root, WATER, lambda body: body.update(type="no-such-type"))
    (root / PERSON).write_bytes(b"{")
    new = copied(root, SOURCE, "a-second-paper")

    for path in (WATER, PERSON, new, "docs/index.md"):
        assert live.follow([path]) is None


def test_an_edit_during_a_build_stays_on_show_when_the_build_is_over(
    root: Path, live: LiveSite
) -> None:
    page = root / "site" / "people" / "hun-sen.html"
    live.begun()
    older = built(root)
    edit(root, PERSON, called(NAME))
    live.follow([PERSON])
    shown = page.read_bytes()
    page.write_bytes(b"what the build made of the record as it was")

    assert "people/hun-sen.html" in live.finished(older)
    assert shown == page.read_bytes()


def note_of_the_first_claim(body: dict[str, Any]) -> None:
    body["evidence"][0]["locator"] = {"paragraph": 99}


def copied_from_another(body: dict[str, Any]) -> None:
    body["derived_from"] = ["akp-2022-kumamoto"]


def label_of_the_first_term(body: dict[str, Any]) -> None:
    body["terms"][0]["label"]["en"] = NAME


EDITS: dict[str, tuple[str, Change]] = {
    "the title of a milestone": (WATER, called(NAME)),
    "a milestone that links no other": (UPGRADE, lambda body: body.pop("links")),
    "a claim": (UPGRADE, note_of_the_first_claim),
    "a person": (PERSON, called(NAME)),
    "a source": (SOURCE, called(NAME)),
    "the root of a source": (SOURCE, copied_from_another),
    "an occasion": ("dataset/occasions/asia-pacific-water-summit-4.json", called(NAME)),
    "an organization": ("dataset/organizations/embassy-of-japan-in-cambodia.json", called(NAME)),
    "a place": (PLACE, called(NAME)),
    "a party": ("dataset/parties/jpn.json", called(NAME)),
    "a relationship": ("dataset/relationships/jpn-khm.json", called(NAME)),
    "a term": ("dataset/vocabularies/agenda-act.json", label_of_the_first_term),
    "the dataset": ("dataset/dataset.json", called(NAME)),
}


@pytest.mark.parametrize("what", EDITS)
def test_a_site_after_an_edit_is_what_a_build_from_nothing_makes(root: Path, what: str) -> None:
    edit(root, *EDITS[what])

    assert rebuilt(root).changed
    assert_as_from_nothing(root)


def test_so_is_one_from_which_a_record_has_gone(root: Path) -> None:
    (root / "dataset/milestones/jpn-khm/2023-royal-academy-forum.json").unlink()

    assert rebuilt(root).changed
    assert not (root / "site/milestones/mp-fp0tj7b.html").exists()
    assert_as_from_nothing(root)


def test_so_is_one_that_somebody_has_written_into(root: Path) -> None:
    (root / "site/people/hun-sen.html").write_text("What no build has made.", "utf-8")
    (root / "site/people/kishida-fumio.html").unlink()

    assert {"people/hun-sen.html", "people/kishida-fumio.html"} == set(rebuilt(root).changed)
    assert_as_from_nothing(root)


def test_so_is_one_where_a_document_takes_the_place_of_a_page(root: Path) -> None:
    (root / "docs/people").mkdir()
    (root / "docs/people/hun-sen.md").write_text(BY_HAND, "utf-8")

    assert "people/hun-sen.html" in rebuilt(root).changed
    assert "By hand" in (root / "site/people/hun-sen.html").read_text("utf-8")
    assert_as_from_nothing(root)


def test_so_is_one_where_a_tombstone_takes_the_place_of_a_record(root: Path) -> None:
    copied(root, SOURCE, "a-second-paper")
    built(root)
    (root / "dataset/sources/a-second-paper.json").unlink()
    fate = (root / "dataset/withdrawn/a-hoax.json").read_text("utf-8")
    gone = root / "dataset/withdrawn/a-second-paper.json"
    gone.write_text(fate.replace("a-hoax", "a-second-paper"), "utf-8")

    assert "sources/a-second-paper.html" in rebuilt(root).changed
    assert_as_from_nothing(root)


def test_the_next_site_is_made_by_another_process(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def told(tree: Tree, schemas: Schemas) -> View:
        with (tmp_path / "processes").open("a", encoding="utf-8") as stream:
            stream.write(f"{os.getpid()}\n")
        return trusted(tree, schemas)

    monkeypatch.setattr(building, "trusted", told)
    rebuilt(root)
    processes = (tmp_path / "processes").read_text("utf-8").split()

    assert 1 == len(processes)
    assert str(os.getpid()) not in processes


def test_a_site_of_something_else_than_was_checked_is_not_shown(root: Path) -> None:
    before = contents(root / "site")
    edit(root, PERSON, called(NAME))
    with begun(Order(root, root / "site", edition=EDITION)) as finish:
        nothing = Hashed(Memory({}))
        view = checked_tree(root, nothing, schemas_of(root)).view
        with pytest.raises(DatasetChangedError, match="build it again"):
            finish(view, nothing.digest)

    assert before == contents(root / "site")


def test_the_site_before_the_last_is_removed_by_the_next_build(root: Path) -> None:
    replaced = root / "build/site/site/replaced"
    sizes = []
    for name in ("One name", "Another", "A third"):
        edit(root, PERSON, called(name))
        rebuilt(root)
        sizes.append(len(contents(replaced)))
        assert name in (root / "site/people/hun-sen.html").read_text("utf-8")
        assert name not in (replaced / "people/hun-sen.html").read_text("utf-8")

    assert 1 == len(set(sizes))
    shutil.rmtree(root / "build")
    built(root)
    assert not replaced.exists()


def assert_as_from_nothing(root: Path) -> None:
    build(Order(root, root / "anew", edition=EDITION))
    before, anew = contents(root / "site"), contents(root / "anew")

    assert before.keys() == anew.keys()
    assert [] == [name for name in anew if before[name] != anew[name]]
