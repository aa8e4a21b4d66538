"""Version numbers: which part of one the changes raise, and the lowest number that is enough."""

from collections.abc import Iterable

from milepost.changes.policy import BUMPS, Bump

Numbers = tuple[int, int, int]


def greatest(bumps: Iterable[Bump]) -> Bump:
    """Return the greatest of some bumps; `none` where there are none."""
    return max(bumps, key=BUMPS.index, default="none")


def numbers(version: str) -> Numbers:
    """Return the three numbers of a version, without what a build adds behind them."""
    major, minor, patch = version.partition("-")[0].split(".")
    return int(major), int(minor), int(patch)


def least_version(published: str, bump: Bump) -> str:
    """Return the lowest version that may follow a published one, after changes that ask a bump.

    Semantic Versioning 2.0.0, sections 6 to 8. Before 1.0.0 nothing is promised to stay (section
    4), so each part stands one place lower: what breaks raises the second number, all else the
    third. The same content cannot be published twice under one number.
    """
    major, minor, patch = numbers(published)
    if bump == "major":
        return f"{major + 1}.0.0" if major else f"0.{minor + 1}.0"
    if bump == "minor" and major:
        return f"{major}.{minor + 1}.0"
    return f"{major}.{minor}.{patch + 1}"


def is_enough(version: str, published: str, bump: Bump) -> bool:
    """Return whether a version may follow a published one, after changes that ask a bump."""
    return numbers(version) >= numbers(least_version(published, bump))
