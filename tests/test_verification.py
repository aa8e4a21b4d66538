"""The verification: a release that was damaged, truncated, thinned or forged does not pass."""

import io
import json
import tarfile
from collections.abc import Mapping
from functools import partial
from pathlib import Path

import pytest

from builders import a_milestone, a_record
from milepost.canonical import encode
from milepost.cli import main
from milepost.loading import schemas_of
from milepost.reading import release_files as reading
from milepost.reading.release_files import ReleaseRefusedUnreadError, release_files
from milepost.release.archive import as_archive
from milepost.release.checksums import FILE as SUMS
from milepost.release.checksums import as_checksums
from milepost.release.enclosures import release_of
from milepost.release.metadata.files import Sum
from milepost.release.parquet import as_parquet
from milepost.release.tables.members import STAGES
from milepost.verification.agreement import tables_agree
from milepost.verification.remaking import edition_of_bundle, files_are_what_the_records_make
from milepost.verification.sums import sums_hold
from milepost.verification.verify import Verdict, verify
from releases import EDITION, MOMENT, ROOT, a_release_of, the_small_release
from releases import the_small_files as small_files

Files = Mapping[str, bytes]


def resummed(files: Files) -> dict[str, bytes]:
    """Return files with sums that fit them, as a forger would leave them."""
    kept = {name: content for name, content in files.items() if name != SUMS}
    return {**kept, SUMS: as_checksums({name: Sum(content) for name, content in kept.items()})}


def verified(files: Files) -> Verdict:
    return verify(files, schemas_of(ROOT), partial(release_of, ROOT))


def not_as_remade(files: Files) -> set[str]:
    """Return the files that are not what the records make."""
    return {fault.file for fault in files_are_what_the_records_make(files, small_files())}


def damaged(content: bytes) -> bytes:
    """Return content with one letter or byte in its midst exchanged for another."""
    middle = len(content) // 2
    other = b"x" if content[middle : middle + 1] != b"x" else b"y"
    return content[:middle] + other + content[middle + 1 :]


def test_a_release_as_it_was_made_is_whole() -> None:
    swhid = the_small_release().swhid
    assert Verdict(EDITION.version, (), swhid) == verified(small_files())


def test_the_edition_is_read_from_the_bundle() -> None:
    assert EDITION == edition_of_bundle(json.loads(small_files()["milepost.json"]))


@pytest.mark.parametrize("name", sorted({*small_files()} - {SUMS}))
def test_a_changed_file_is_found_by_its_sum(name: str) -> None:
    files = {**small_files(), name: damaged(small_files()[name])}
    assert {name} == {fault.file for fault in sums_hold(files)}


@pytest.mark.parametrize("name", sorted({*small_files()} - {SUMS}))
def test_a_changed_file_is_found_though_the_sums_were_rewritten(name: str) -> None:
    files = resummed({**small_files(), name: damaged(small_files()[name])})
    assert [] == list(sums_hold(files))
    assert {name} == not_as_remade(files)


@pytest.mark.parametrize("name", sorted({*small_files()} - {SUMS}))
def test_a_lost_file_is_found_though_the_sums_were_rewritten(name: str) -> None:
    lost = {other: content for other, content in small_files().items() if other != name}
    assert {name} == not_as_remade(resummed(lost))


@pytest.mark.parametrize("name", sorted(n for n, content in small_files().items() if content))
def test_a_truncated_file_is_found(name: str) -> None:
    files = {**small_files(), name: small_files()[name][:-9]}
    assert name in {fault.file for fault in sums_hold(files)} or name == SUMS
    assert {name} - {SUMS} == not_as_remade(resummed(files))


def test_lost_and_added_files_are_found_by_the_sums() -> None:
    files = {**small_files(), "added.txt": b""}
    del files["README.md"]
    assert {
        ("README.md", "it is lost: SHA256SUMS lists it"),
        ("added.txt", "SHA256SUMS does not list it"),
    } == {(fault.file, fault.message) for fault in sums_hold(files)}


def test_without_sums_nothing_says_which_files_there_were() -> None:
    files = {name: content for name, content in small_files().items() if name != SUMS}
    assert SUMS in {fault.file for fault in verified(files).faults}


def test_a_line_of_the_sums_that_is_none_is_named() -> None:
    files = {**small_files(), SUMS: small_files()[SUMS] + b"nothing\n"}
    (fault,) = sums_hold(files)
    assert fault.message.endswith("is no hash, two spaces and a name")


@pytest.mark.parametrize("name", ["csv/stages.csv", "spreadsheet/stages.csv", "milepost.sqlite"])
def test_a_table_that_was_forged_in_one_format_differs_from_the_others(name: str) -> None:
    before, after = b"kumamoto", b"nagasaki"
    files = {**small_files(), name: small_files()[name].replace(before, after)}
    assert small_files()[name] != files[name]
    assert [] != list(tables_agree(files))


def test_a_table_of_another_release_differs_from_the_others() -> None:
    other = as_parquet(STAGES, a_release_of(a_record(a_milestone())))
    (fault,) = tables_agree({**small_files(), "parquet/stages.parquet": other})
    assert "parquet/stages.parquet" == fault.file
    assert "row 1 of stages: milestone is " in fault.message


def a_forged(name: str, before: bytes, after: bytes) -> Files:
    assert before in small_files()[name]
    return resummed({**small_files(), name: small_files()[name].replace(before, after)})


def test_a_cell_that_was_forged_is_named_by_row_and_column() -> None:
    files = a_forged("csv/milestones.csv", b"comprehensive strategic partnership,", b"plain tie,")
    messages = {f.message for f in tables_agree(files) if f.file == "milepost.sqlite"}
    (message,) = messages
    assert "title_en is " in message
    assert 'plain tie" in csv/milestones.csv' in message


def test_a_row_that_was_taken_out_of_every_table_is_missed_in_the_bundle() -> None:
    csv = small_files()["csv/stages.csv"]
    shorter = csv[: csv.rstrip().rindex(b"\r\n") + 2]
    files = resummed({**small_files(), "csv/stages.csv": shorter})
    rows = csv.count(b"\r\n") - 1
    expected = f"it has {rows} rows, and csv/stages.csv has {rows - 1}"
    assert expected in {fault.message for fault in tables_agree(files)}


def test_a_value_forged_in_every_record_breaks_its_evidence() -> None:
    bundle = json.loads(small_files()["milepost.json"])
    for milestone in bundle["milestones"]:
        for stage in milestone["stages"]:
            stage["date"] = "1999"
    files = resummed({**small_files(), "milepost.json": encode(bundle)})
    messages = [fault.message for fault in verified(files).faults]
    assert any("has another hash than the one listed" in message for message in messages)
    assert any("EVD-001" in message for message in messages)


@pytest.mark.parametrize(
    "changes", [{}, [], {"since": "0.0.1"}, {"since": "0.0.1", "records": 1}, None]
)
def test_changes_that_follow_no_schema_are_said_to_be_amiss(changes: object) -> None:
    bundle = {**json.loads(small_files()["milepost.json"]), "changes": changes}
    files = resummed({**small_files(), "milepost.json": encode(bundle)})
    messages = [f.message for f in verified(files).faults if f.file == "milepost.json"]
    assert any("its changes do not follow changes.schema.json" in m for m in messages)


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"{}", b'{"files": [1]}', b"null"])
def test_what_is_no_bundle_is_said_to_be_none(content: bytes) -> None:
    files = {**small_files(), "milepost.json": content}
    assert "milepost.json" in {fault.file for fault in verified(files).faults}


def an_archive(*members: tuple[tarfile.TarInfo, bytes], folder: Path) -> Path:
    path = folder / "release.tar.gz"
    with tarfile.open(path, "w:gz") as archive:
        for member, content in members:
            member.size = len(content)
            archive.addfile(member, io.BytesIO(content))
    return path


def a_link(name: str, kind: bytes) -> tarfile.TarInfo:
    member = tarfile.TarInfo(name)
    member.type, member.linkname = kind, "/etc/hostname"
    return member


@pytest.mark.parametrize("name", ["../x", "a/../../x", "/x", "a/..\\x"])
def test_an_archive_that_leads_out_is_refused_unread(name: str, tmp_path: Path) -> None:
    path = an_archive((tarfile.TarInfo(name), b"x"), folder=tmp_path)
    with pytest.raises(ReleaseRefusedUnreadError, match="leads out of the archive"):
        release_files(path)


@pytest.mark.parametrize("kind", [tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.CHRTYPE])
def test_an_archive_with_a_link_or_device_is_refused_unread(kind: bytes, tmp_path: Path) -> None:
    path = an_archive((a_link("a/x", kind), b""), folder=tmp_path)
    with pytest.raises(ReleaseRefusedUnreadError, match="no plain file"):
        release_files(path)


def test_a_bomb_is_refused_unread(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "MOST_BYTES", 1 << 20)
    path = an_archive((tarfile.TarInfo("a/zeros"), bytes(2 << 20)), folder=tmp_path)
    assert path.stat().st_size < 1 << 13
    with pytest.raises(ReleaseRefusedUnreadError, match="it holds more than"):
        release_files(path)


def test_too_many_files_are_refused_unread(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "MOST_FILES", 2)
    members = [(tarfile.TarInfo(f"a/{number}"), b"") for number in range(3)]
    with pytest.raises(ReleaseRefusedUnreadError, match="it holds more than 2 files"):
        release_files(an_archive(*members, folder=tmp_path))


def test_an_archive_of_two_folders_is_no_release(tmp_path: Path) -> None:
    members = [(tarfile.TarInfo(name), b"") for name in ("a/x", "b/x")]
    with pytest.raises(ReleaseRefusedUnreadError, match="the archive holds a, b"):
        release_files(an_archive(*members, folder=tmp_path))


def test_a_link_in_a_folder_is_never_followed(tmp_path: Path) -> None:
    (tmp_path / "SHA256SUMS").touch()
    (tmp_path / "x").symlink_to("/etc/hostname")
    with pytest.raises(ReleaseRefusedUnreadError, match="links are never followed"):
        release_files(tmp_path)


def test_the_archive_and_the_folder_hold_the_same(tmp_path: Path) -> None:
    path = tmp_path / "release.tar.gz"
    path.write_bytes(as_archive("milepost-0.1.0", small_files(), MOMENT))
    assert small_files() == release_files(path)


def told(capsys: pytest.CaptureFixture[str], path: Path) -> tuple[int, str]:
    code = main(["verify", "--root", str(ROOT), str(path)])
    printed = capsys.readouterr()
    return code, printed.out + printed.err


def test_the_command_names_the_identifier_to_compare(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "release.tar.gz"
    path.write_bytes(as_archive("milepost-0.1.0", small_files(), MOMENT))
    code, text = told(capsys, path)
    assert (0, f"{path}: version 0.1.0, {len(small_files())} files, whole; all formats agree") == (
        code,
        text.splitlines()[0],
    )
    assert the_small_release().swhid in text


def test_the_command_says_what_was_changed_and_ends_with_1(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "release.tar.gz"
    files = {**small_files(), "README.md": damaged(small_files()["README.md"])}
    path.write_bytes(as_archive("milepost-0.1.0", files, MOMENT))
    code, text = told(capsys, path)
    assert 1 == code
    assert "README.md: it was changed: its hash is not the one in SHA256SUMS\n" in text
    assert text.endswith(f"1 of {len(files)} files are not as they were published\n")


def test_the_command_refuses_a_hostile_archive_with_1(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = an_archive((tarfile.TarInfo("../x"), b"x"), folder=tmp_path)
    assert (1, f"{path}: refused unread: '../x' leads out of the archive\n") == told(capsys, path)


@pytest.mark.parametrize("content", [b"", b"no archive"])
def test_the_command_ends_with_2_where_there_is_no_release(
    content: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "release.tar.gz"
    path.write_bytes(content)
    code, text = told(capsys, path)
    assert (2, True) == (code, "is neither a folder nor a whole .tar.gz archive" in text)
    absent = tmp_path / "absent"
    assert (2, f"milepost: there is no {absent}\n") == told(capsys, absent)


def test_a_release_without_its_bundle_says_that_it_is_missing() -> None:
    lost = {name: content for name, content in small_files().items() if name != "milepost.json"}
    (fault,) = (f for f in verified(resummed(lost)).faults if f.file == "milepost.json")
    assert "it is missing, so nothing says what the rest is of" == fault.message
