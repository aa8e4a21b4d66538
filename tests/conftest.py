"""What every test shares: where no skip is allowed, a skipped test fails with its reason."""

import os
from collections.abc import Generator

import pytest

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
