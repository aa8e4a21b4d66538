"""The page of recipes: each block of Python and SQL is run on the real release, and gives that."""

import re
from pathlib import Path

import pytest

from milepost.cli import main
from releases import MOMENT, ROOT, unpacked

PAGE = (ROOT / "docs/use.md").read_text("utf-8")
RECIPES = re.findall(r"```(python|sql)\n(.*?)```\n\n```text\n(.*?)```", PAGE, re.DOTALL)


@pytest.fixture(scope="module")
def release(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of the real release."""
    return unpacked(tmp_path_factory.mktemp("release"))


def test_every_block_of_python_and_sql_shows_what_it_gives() -> None:
    assert len(re.findall(r"```(?:python|sql)\n", PAGE)) == len(RECIPES)


@pytest.mark.parametrize("recipe", RECIPES, ids=lambda recipe: recipe[1].split("\n")[0])
def test_a_recipe_gives_what_the_page_shows(
    recipe: tuple[str, str, str],
    release: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    language, code, quoted = recipe
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(MOMENT))
    if language == "sql":
        assert 0 == main(["query", "--root", str(ROOT), code])
    else:
        monkeypatch.chdir(ROOT)
        code = re.sub(r"(?:csv|parquet)/[a-z_]+\.[a-z]+", lambda name: str(release / name[0]), code)
        exec(compile(code, "docs/use.md", "exec"), {})  # noqa: S102 -- our own page
    assert quoted == capsys.readouterr().out


def test_what_is_not_run_names_files_and_columns_that_there_are(release: Path) -> None:
    unrun = re.findall(r"```(?:r|stata)\n(.*?)```", PAGE, re.DOTALL)
    files = {name for code in unrun for name in re.findall(r'"([a-z_/]+\.[a-z]+)"', code)}
    assert set() == {name for name in files if not (release / name).is_file()}

    (named,) = re.findall(r"destring (.+), replace", PAGE)
    columns = (release / "csv/dyad_year.csv").read_text("utf-8").splitlines()[0].split(",")
    assert {"year", "ccode1", "ccode2"} == {name for name in named.split() if name in columns}
    assert any(column.startswith("n_") for column in columns)
