"""Pages as the Nu validator, which is that of the W3C, reads them: no error on any type of page."""

import json
import shutil
import subprocess

import pytest

from judges.npm import package
from page_types import PAGE_TYPES
from sites import built

pytestmark = pytest.mark.judge


def test_no_type_of_page_has_an_error_in_its_html() -> None:
    jar = package("vnu-jar") / "build" / "dist" / "vnu.jar"
    java = shutil.which("java")
    if java is None:
        pytest.skip("needs Java for the validator of HTML")
    files = [str(built() / f"{name}.html") for name in PAGE_TYPES]
    done = subprocess.run(
        [java, "-jar", str(jar), "--errors-only", "--format", "json", "--exit-zero-always", *files],
        capture_output=True,
        text=True,
        check=True,
    )
    told = json.loads(done.stderr)["messages"]

    assert [] == [f"{m['url'].rpartition('/')[2]}: {m['message']}" for m in told]
