"""What every test shares: a skip fails where none is allowed, and a busy machine fails nothing."""

import os
from collections.abc import Generator

import pytest
from hypothesis import settings

settings.register_profile("on a busy machine", deadline=None)
settings.load_profile("on a busy machine")

NO_SKIP = "MILEPOST_NO_SKIP"


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item,
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Turn a skip into a failure where the environment allows none, as .ci/run does."""
    report = yield
    if report.skipped and os.environ.get(NO_SKIP):
        reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else report.longrepr
        report.outcome = "failed"
        report.longrepr = f"{item.nodeid} was skipped, and {NO_SKIP} allows no skip: {reason}"
    return report
