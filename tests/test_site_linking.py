"""A second Sphinx project links records of a built site, as the page on linked data says."""

import re
from pathlib import Path
from subprocess import CompletedProcess

from sites import ROOT, built, python, read

HOME = "https://www.example.org/milepost/"
TOLD = (ROOT / "docs/linked-data.md").read_text("utf-8").partition("## Links from other ")[2]


def block(language: str) -> str:
    """Return the block of the page in a language."""
    (found,) = re.findall(rf"```{language}\n(.+?)```", TOLD, re.DOTALL)
    return str(found)


def built_second(folder: Path, conf: str, name: str, text: str) -> CompletedProcess[str]:
    """Build a second project of one page strictly, with the inventory of the site at hand."""
    inventory = repr(str(built() / "objects.inv"))
    (folder / "conf.py").write_text(conf.replace("None", inventory), "utf-8")
    (folder / name).write_text(text, "utf-8")
    return python("-m", "sphinx", "-n", "-W", "-q", str(folder), str(folder / "out"))


def links_in(folder: Path) -> dict[str, str]:
    """Return the words of the links to the site, by page."""
    html = (folder / "out/index.html").read_text("utf-8")
    found = re.findall(rf'href="{HOME}([^"]+)"[^>]*>(.+?)</a>', html)
    return {page: read(words).text for page, words in found}


def test_a_project_links_a_milestone_and_a_term_by_the_roles(tmp_path: Path) -> None:
    text = f"Second\n======\n\n{block('rst')}"
    done = built_second(tmp_path, block("python"), "index.rst", text)

    assert (0, "") == (done.returncode, done.stderr)
    assert {
        "milestones/mp-bqdztmr.html": "Upgrade to a comprehensive strategic partnership",
        "vocabularies/stage.html#term-signed": "signed",
    } == links_in(tmp_path)


def test_a_project_in_markdown_links_a_milestone_without_our_extension(tmp_path: Path) -> None:
    conf = block("python").replace("milepost.site.linking", "myst_parser")
    done = built_second(tmp_path, conf, "index.md", f"# Second\n\n{block('markdown')}")

    assert (0, "") == (done.returncode, done.stderr)
    told = "Upgrade to a comprehensive strategic partnership"
    assert {"milestones/mp-bqdztmr.html": told} == links_in(tmp_path)


def test_a_milestone_that_the_inventory_does_not_have_is_told_of(tmp_path: Path) -> None:
    text = "Second\n======\n\n:mp:milestone:`mp-0000000`\n"
    done = built_second(tmp_path, block("python"), "index.rst", text)

    assert 0 != done.returncode
    assert "mp:milestone reference target not found: mp-0000000" in done.stderr
