"""The report on link rot, asked of a host on this machine that answers in every way."""

import json
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

from edits import edit
from golden import written
from links.__main__ import main
from links.answer import answer
from milepost.canonical import encode

SOURCE = "dataset/sources/ppp-2023-fireworks.json"
CODES = {"/there": 200, "/lost": 404, "/closed": 410, "/kept-out": 403, "/ill": 500}


class _Host(BaseHTTPRequestHandler):
    def do_HEAD(self) -> None:
        """Answer without a page; one address knows pages alone, and one leads elsewhere."""
        if self.path == "/pages-alone":
            self.send_error(405)
        else:
            self.do_GET()

    def do_GET(self) -> None:
        """Answer as the address says."""
        if self.path == "/elsewhere":
            self.send_response(301)
            self.send_header("Location", "/there")
        else:
            self.send_response(CODES.get(self.path, 200))
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def host() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), _Host) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()


@pytest.mark.parametrize(
    ("path", "state"),
    [
        ("/there", "there"),
        ("/pages-alone", "there"),
        ("/elsewhere", "moved"),
        ("/lost", "gone"),
        ("/closed", "gone"),
        ("/kept-out", "refused"),
        ("/ill", "refused"),
    ],
)
def test_an_address_is_told_by_what_its_host_answers(host: str, path: str, state: str) -> None:
    assert state == answer(f"{host}{path}", 5).state


def test_a_host_that_is_not_there_is_silent() -> None:
    assert "silent" == answer("http://127.0.0.1:1/", 5).state


def report(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], *urls: dict[str, str]
) -> tuple[int, list[str]]:
    root = written(tmp_path)
    for path in (root / "dataset/sources").iterdir():
        edit(root, path.relative_to(root).as_posix(), lambda body: body.pop("urls", None))
    body = json.loads((root / SOURCE).read_bytes())
    order = [*json.loads((root / "schema/v1/source.schema.json").read_bytes())["properties"]]
    whole = {**body, "urls": list(urls)}
    kept = {key: whole[key] for key in order if key in whole}
    (root / SOURCE).write_bytes(encode(kept))
    code = main(["--root", str(root), "--pause", "0", "--seconds", "5"])
    return code, capsys.readouterr().out.splitlines()


def test_an_address_that_is_gone_without_a_copy_is_lost(
    host: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    url = f"{host}/lost"
    code, lines = report(tmp_path, capsys, {"url": url}, {"url": f"{host}/there"})

    assert [
        f"{SOURCE}: {url}: gone (404 Not Found); record an archived copy of it",
        "2 addresses: 1 gone, 1 there",
    ] == lines
    assert 1 == code


def test_an_address_that_is_gone_is_not_lost_where_a_copy_is(
    host: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    url, copy = f"{host}/lost", f"{host}/there"
    code, lines = report(tmp_path, capsys, {"url": url, "archived": copy})

    assert (0, f"{SOURCE}: {url}: gone (404 Not Found); archived copy: {copy}") == (code, lines[0])


def test_without_a_dataset_it_ends_with_two(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert 2 == main(["--root", str(tmp_path)])
    assert "holds no dataset/dataset.json" in capsys.readouterr().err
