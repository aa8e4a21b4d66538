"""Which files a release has, what its README tells, and the archive around them."""

import gzip
import io
import json
import tarfile
from fnmatch import fnmatch
from hashlib import sha256

from builders import a_record
from milepost.release.archive import as_archive
from milepost.release.checksums import as_checksums
from milepost.release.contents import contents
from milepost.release.least import below_least
from milepost.release.ledger import as_ledger, ledger_path
from milepost.release.metadata.files import Sum
from milepost.release.readme import as_readme
from milepost.release.release import Release
from milepost.release.released_files import released_files
from releases import MOMENT, a_release_of, the_files, the_release

FILES = the_files()
ARCHIVE = as_archive("milepost-0.1.0", {"b/c.txt": b"c", "a.txt": b"a"}, MOMENT)


def test_every_file_is_in_the_list_of_files_once_and_in_its_order() -> None:
    patterns = [name for name, _ in released_files()]
    found = [[n for n, pattern in enumerate(patterns) if fnmatch(f, pattern)] for f in FILES]
    assert [1] * len(FILES) == [len(matches) for matches in found]
    positions = [matches[0] for matches in found]
    assert sorted(positions) == positions
    assert set(range(len(patterns))) == set(positions)


def test_a_record_that_is_withdrawn_and_no_ledger_leave_their_files_there() -> None:
    assert (b"", b"") == (FILES["jsonl/withdrawn.jsonl"], FILES["jsonl/releases.jsonl"])


def test_the_readme_lists_every_file_and_how_to_cite_and_verify() -> None:
    readme = FILES["README.md"].decode()
    assert [] == [name for name, _ in released_files() if f"| `{name}` |" not in readme]
    citation = "The Milepost editors (2026). Milepost: relations between states, with the evidence."
    assert f"> {citation} Version 0.1.0." in readme
    assert "sha256sum -c SHA256SUMS" in readme
    assert "CC-BY-4.0" in readme
    assert "no address of its own" in readme
    assert "not a published version" not in readme


def test_the_readme_of_a_build_says_that_it_is_none() -> None:
    release = the_release()
    edition = type(release.edition)("0.2.0-dev", MOMENT, obstacle="there is no git")
    build = Release(release.view, edition, release.licence, release.schemas)
    assert "not a published version" in as_readme(build, released_files()).decode()


def test_text_of_the_dataset_is_no_markup_in_the_readme() -> None:
    release = a_release_of(title={"en": "<b>A</b> | [x](y)"}, base_url="https://data.example")
    readme = as_readme(release, []).decode()
    assert readme.startswith("# \\<b\\>A\\</b\\> \\| \\[x\\](y)\n")
    assert "no address of its own" not in readme


def test_checksums_are_sorted_by_name() -> None:
    expected = (
        f"{sha256(b'1').hexdigest()}  a.txt\n"
        f"{sha256(b'2').hexdigest()}  b/a.txt\n"
        f"{sha256(b'3').hexdigest()}  b/b.txt\n"
    )
    files = {"b/b.txt": Sum(b"3"), "a.txt": Sum(b"1"), "b/a.txt": Sum(b"2")}
    assert expected.encode() == as_checksums(files)


def test_the_checksums_of_a_release_leave_out_only_themselves() -> None:
    named = [line.split("  ")[1] for line in FILES["SHA256SUMS"].decode().splitlines()]
    assert sorted(set(FILES) - {"SHA256SUMS"}) == named


def test_the_archive_names_nobody_and_no_time_but_the_moment() -> None:
    with tarfile.open(fileobj=io.BytesIO(ARCHIVE)) as archive:
        members = archive.getmembers()
    assert [
        ("milepost-0.1.0", 0o755),
        ("milepost-0.1.0/a.txt", 0o644),
        ("milepost-0.1.0/b", 0o755),
        ("milepost-0.1.0/b/c.txt", 0o644),
    ] == [(member.name, member.mode) for member in members]
    assert {(0, 0, "", "", MOMENT)} == {(m.uid, m.gid, m.uname, m.gname, m.mtime) for m in members}


def test_the_header_of_the_archive_has_neither_time_nor_name() -> None:
    no_flags_no_time_best_any_system = bytes((0, 0, 0, 0, 0, 2, 255))
    assert b"\x1f\x8b\x08" + no_flags_no_time_best_any_system == ARCHIVE[:10]
    assert b"c" in gzip.decompress(ARCHIVE)


def test_a_dataset_that_shrank_is_told_by_kind() -> None:
    release = a_release_of(
        a_record({"id": "hun-sen"}, "person"), least={"person": 1, "place": 2, "source": 0}
    )
    assert ["places holds 0 records, and should hold 2"] == below_least(release.dataset)


def test_the_ledger_lists_identifiers_with_hashes_and_follows_its_schema() -> None:
    release = the_release()
    rows = [f'"id": "{r.id}"' for r in release.dataset if r.kind not in {"dataset", "editors"}]
    ledger = as_ledger(release).decode()
    assert [] == [row for row in rows if row not in ledger]
    assert '"id": "milepost"' not in ledger
    assert release.view.schemas.is_valid("ledger", json.loads(ledger))
    assert "dataset/releases/0.1.0.json" == ledger_path("0.1.0")


def test_a_release_of_nothing_still_has_every_file_but_calendars_without_events() -> None:
    of_nothing = [name for name in contents(a_release_of()) if not name.startswith("schema/")]
    assert of_nothing == [n for n in FILES if not n.startswith(("schema/", "calendar/"))]
