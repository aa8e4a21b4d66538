"""The form for a new milestone, filled in Chromium as its readers would."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page

from sites import ROOT, the_site

pytestmark = pytest.mark.browser
SCRIPT = '<img src=x onerror="window.hit=1"><script>window.hit=1</script>'


def reach(page: Page, wanted: str) -> None:
    """Press Tab until a control has the focus, as somebody without a mouse does."""
    for _ in range(120):
        if page.evaluate("document.activeElement.id") == wanted:
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"{wanted} cannot be reached by keyboard")


def press(page: Page, wanted: str, key: str = "Enter") -> None:
    reach(page, wanted)
    page.keyboard.press(key)


def type_in(page: Page, answers: dict[str, str]) -> None:
    for control, text in answers.items():
        reach(page, f"f-{control}")
        page.keyboard.type(text)


# What is typed at each control; a few letters choose from a list.
SOURCE = {
    "source-id": "a-paper-2031-bridge",
    "source-kind": "Newspaper",
    "source-label-en": "Report on the opening of a bridge",
    "source-language": "en",
    "source-title-own": "Bridge opened",
    "source-publisher-en": "A Paper",
    "source-published": "2031-05-02",
    "source-published_basis": "printed",
    "source-urls-0-url": "https://www.example.org/橋",
}
EVIDENCE = {"entry-read": "first", "entry-locator-paragraph": "3"}
MILESTONE = {
    "milestone-relationships-0": "Cambodia–Japan",
    "milestone-type": "Bridge",
    "milestone-title-en": "A bridge is opened",
    "milestone-summary-en": "A bridge that both paid for was opened.",
}
STAGE = {
    "stages-stages-0-stage-1": "Opened",
    "stages-stages-0-date-1": "2031-05-01",
    "stages-stages-0-place-1": "phnom-penh",
}


ACTOR = {
    "actors-actors-0-actor-2": "Hun Sen",
    "actors-actors-0-side-2": "Cambodia",
    "actors-actors-0-role-2": "Speaker",
    "actors-actors-0-office-2": "Prime",
}


def fill(page: Page) -> None:
    """Fill the form at once, for tests of what comes after."""
    page.locator("#f-add-actors").click()
    page.evaluate(
        """answers => Object.entries(answers).forEach(([id, text]) => {
            const control = document.getElementById(`f-${id}`);
            const option = [...(control.options ?? [])].find(o => o.text.startsWith(text));
            control.value = option ? option.value : text;
        })""",
        {**SOURCE, **EVIDENCE, **MILESTONE, **STAGE, **ACTOR},
    )


def submit(page: Page) -> None:
    page.locator("#f-submit").click()


def downloaded(page: Page) -> dict[str, bytes]:
    """Return each file of the proposal, saved by its button, at its path."""
    found = {}
    for section in page.locator(".mp-file").all():
        with page.expect_download() as download:
            button = section.get_by_role("button", name="Download")
            button.focus()
            page.keyboard.press("Enter")
        path = section.get_by_role("heading").inner_text()
        assert path.rpartition("/")[2] == download.value.suggested_filename
        found[path] = Path(download.value.path()).read_bytes()
    return found


def check(tmp_path: Path, files: dict[str, bytes]) -> subprocess.CompletedProcess[str]:
    """Run `milepost check --strict` over the dataset with files added."""
    shutil.copytree(ROOT / "dataset", tmp_path / "dataset", copy_function=os.link)
    shutil.copytree(ROOT / "schema", tmp_path / "schema", copy_function=os.link)
    for path, raw in files.items():
        assert not (tmp_path / path).exists()
        (tmp_path / path).write_bytes(raw)
    return subprocess.run(
        [sys.executable, "-m", "milepost", "check", "--strict", "--root", str(tmp_path)],
        env={"PYTHONPATH": str(ROOT / "tools")},
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_milestone_filled_in_by_keyboard_passes_the_check_as_it_is(
    page: Page, tmp_path: Path
) -> None:
    type_in(page, {**SOURCE, **EVIDENCE, **MILESTONE, **STAGE})
    press(page, "f-add-actors")
    type_in(page, ACTOR)
    press(page, "f-submit")
    files = downloaded(page)
    done = check(tmp_path, files)

    assert [
        "dataset/sources/a-paper-2031-bridge.json",
        "dataset/milestones/jpn-khm/2031-a-bridge-is-opened.json",
    ] == list(files)
    assert (0, "") == (done.returncode, done.stderr), done.stdout
    _, milestone = (json.loads(raw) for raw in files.values())
    assert {
        "/stages/opened/date": "2031-05-01",
        "/stages/opened/place": "phnom-penh",
        "/actors/hun-sen/office": "prime-minister",
    } == milestone["evidence"][0]["says"]


def test_a_known_source_and_a_new_person_and_place_pass_the_check_too(
    page: Page, tmp_path: Path
) -> None:
    source = next(iter(the_site().dataset.of("source")))
    fill(page)
    page.locator("#f-source-is-known").check()
    for button in ("people", "places"):
        page.locator(f"#f-add-{button}").click()
    for control, text in {
        "entry-source": source,
        "stages-stages-0-place-1": "kampot-pier",
        "actors-actors-0-actor-2": "a-speaker",
        "people-id-3": "a-speaker",
        "people-name-en-3": "A. Speaker",
        "places-id-4": "kampot-pier",
        "places-name-en-4": "Kampot pier",
        "places-within-4": "Cambodia",
    }.items():
        page.locator(f"#f-{control}").fill(text)
    submit(page)
    files = downloaded(page)
    done = check(tmp_path, files)

    assert ["people", "places", "milestones"] == [path.split("/")[1] for path in files]
    assert (0, "") == (done.returncode, done.stderr), done.stdout


def test_an_empty_form_says_what_is_missing_and_leads_to_it(page: Page) -> None:
    submit(page)
    summary = page.locator("#proposal-summary")
    links = summary.get_by_role("link").all()

    assert "proposal-summary" == page.evaluate("document.activeElement.id")
    assert len(links) == page.locator("[aria-invalid=true]").count()
    assert {"Source slug", "Publisher", "Title", "Type", "Stage 1, Stage"} <= {
        link.inner_text() for link in links
    }
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    control = page.locator(":focus")
    assert "true" == control.get_attribute("aria-invalid")
    note = str(control.get_attribute("aria-describedby")).split()[-1]
    assert "Please fill this in." == page.locator(f"#{note}").inner_text()
    assert page.locator("#proposal-files").is_hidden()


def told(page: Page, changes: dict[str, str]) -> dict[str, str]:
    """Return what the summary says by label, after a good form was changed for the worse."""
    fill(page)
    for control, text in changes.items():
        page.locator(f"#f-{control}").fill(text)
    submit(page)
    lines = page.locator("#proposal-summary li").all_inner_texts()
    return dict(line.split(": ", 1) for line in lines)


def test_what_the_rules_refuse_is_told_before_the_file_is_made(page: Page) -> None:
    assert {
        "Source slug": '"A Paper" has not the right form.',
        "Published": "There is no month 13.",
        "Stage 1, Date": "There is no day 2031-02-30 in the calendar.",
        "Stage 1, Place": (
            '"atlantis" is no known place, party: take one of the list, or add it below.'
        ),
        "Title": "There is a character in it that cannot be seen, U+202E: type it anew.",
    } == told(
        page,
        {
            "source-id": "A Paper",
            "source-published": "2031-13",
            "stages-stages-0-date-1": "2031-02-30",
            "stages-stages-0-place-1": "atlantis",
            "milestone-title-en": "A bridge \u202e",
        },
    )


def test_a_source_that_is_recorded_already_is_told(page: Page) -> None:
    source = next(iter(the_site().dataset.of("source")))

    assert {"Source slug": "A source of this name is recorded already."} == told(
        page, {"source-id": source}
    )


def test_two_dated_stages_need_a_headline(page: Page) -> None:
    fill(page)
    page.locator("#f-add-stages").click()
    page.locator("#f-stages-stages-0-stage-3").select_option("started")
    page.locator("#f-stages-stages-0-date-3").fill("2029")
    submit(page)

    assert "Mark one stage as the headline" in page.locator("#proposal-summary").inner_text()
    page.locator("#f-stages-stages-0-headline-1").check()
    submit(page)
    assert page.locator("#proposal-files").is_visible()


def test_a_script_in_a_field_stays_text(page: Page) -> None:
    fill(page)
    page.locator("#f-milestone-title-en").fill(SCRIPT)
    page.locator("#f-source-id").fill(SCRIPT)
    submit(page)
    assert SCRIPT in json.loads(
        page.locator("#proposal-summary li").first.inner_text().split(": ")[1].rpartition(" has")[0]
    )
    page.locator("#f-source-id").fill("a-paper-2031-bridge")
    submit(page)

    assert SCRIPT in json.loads(page.locator(".mp-file pre").last.inner_text())["title"]["en"]
    assert 0 == page.locator(".mp-proposed img, .mp-proposed script, .mp-form img").count()
    assert page.evaluate("window.hit === undefined")


def opened(page: Page) -> Locator:
    return page.get_by_role("link", name="Open in the repository")


def test_without_an_address_of_the_repository_no_file_can_be_opened_there(page: Page) -> None:
    fill(page)
    submit(page)

    assert 0 == opened(page).count()
    assert "has no address on the web yet" in page.locator("#proposal-files").inner_text()


def test_with_an_address_each_file_opens_there_with_its_text(page: Page) -> None:
    page.evaluate("milepost.data.newFile = 'https://www.example.org/milepost/new/main'")
    fill(page)
    submit(page)
    parts = page.evaluate(
        """links => links.map(link => [...new URL(link).searchParams.entries()])""",
        [link.get_attribute("href") for link in opened(page).all()],
    )
    files = downloaded(page)

    assert [[["filename", path], ["value", raw.decode()]] for path, raw in files.items()] == parts


def test_every_control_has_a_label_and_its_help(page: Page) -> None:
    for button in ("actors", "quantities", "people", "places"):
        page.locator(f"#f-add-{button}").click()
    controls = page.locator("form [data-path]").all()

    assert 40 < len(controls)
    assert page.evaluate(
        """[...document.querySelectorAll("form [data-path]")].every(control =>
            control.labels.length === 1
            && document.getElementById(control.getAttribute("aria-describedby")))"""
    )
    assert page.evaluate("new Set([...document.querySelectorAll('[id]')].map(e => e.id)).size") == (
        page.locator("[id]").count()
    )
