"""`milepost serve`: an edit is on show at once, and everywhere a little later."""

import json
from collections.abc import Iterator
from pathlib import Path
from socket import socket

import pytest

from edits import called, edit
from golden import written
from gone import a_root
from milepost.cli import main
from serving import Served, served, until

PERSON = "dataset/people/hun-sen.json"
PAGE = "people/hun-sen.html"
LIST = "people/index.html"


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return a_root(tmp_path_factory.mktemp("served"))


@pytest.fixture(scope="module")
def site(root: Path) -> Iterator[Served]:
    with served(root) as made:
        yield made


def test_an_edit_is_on_show_before_the_whole_site_is_built(root: Path, site: Served) -> None:
    foot = foot_of(site.page(PAGE))
    events = site.events()
    edit(root, PERSON, called("The first name"))
    until(lambda: "The first name" in site.page(PAGE))
    told = next(line for line in events if line.startswith(b"data: "))

    assert [PAGE] == json.loads(told.removeprefix(b"data: "))
    assert "The first name" not in site.page(LIST)
    site.hears("whole site built")
    assert "The first name" in site.page(LIST)
    # The version is that of the state in which serving began.
    assert foot == foot_of(site.page(PAGE))


def foot_of(page: str) -> str:
    """Return what a page says of its version and its day."""
    return page.partition('class="left-details"')[2].partition("</div>")[0]


def test_a_record_that_is_wrong_is_told_and_not_shown(root: Path, site: Served) -> None:
    sound = (root / PERSON).read_bytes()
    shown = site.page(PAGE)
    (root / PERSON).write_bytes(sound.replace(b'"id"', b'"ID"'))
    told = site.hears("dataset/people/hun-sen.json")
    assert "ID" in told
    assert shown == site.page(PAGE)
    (root / PERSON).write_bytes(sound)
    site.hears("whole site built")


def test_a_document_is_on_show_once_it_is_built(root: Path, site: Served) -> None:
    index = root / "docs" / "index.md"
    index.write_text(f"{index.read_text('utf-8')}\nOne sentence more.\n", "utf-8")
    site.hears("whole site built")

    assert "One sentence more." in site.page("index.html")


def test_a_port_that_cannot_be_had_is_said_in_words(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = ["serve", "--root", str(written(tmp_path))]
    with socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        codes = [main([*root, "--port", str(named)]) for named in (port, 70_000)]

    assert [2, 2] == codes
    in_use, none = capsys.readouterr().err.splitlines()
    assert f"milepost: --port {port} cannot be had: Address already in use" in in_use
    assert "milepost: --port 70000: ports are 0 to 65535" == none


def test_ctrl_c_ends_it_and_leaves_nothing_half_built(tmp_path: Path) -> None:
    root = a_root(tmp_path)
    with served(root) as site:
        edit(root, PERSON, called("Another name"))
        until(lambda: "Another name" in site.page(PAGE))

        assert 0 == site.interrupt()
    assert ["served", "site"] == sorted(path.name for path in (root / "build").iterdir())
