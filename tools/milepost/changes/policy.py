"""The policy of version numbers: each category of change, the number that it raises, and why.

docs/versioning.md says the same to people, and a test holds the two together.
"""

from typing import Final, Literal, NamedTuple

Bump = Literal["none", "patch", "minor", "major"]
BUMPS: Final[tuple[Bump, ...]] = ("none", "patch", "minor", "major")


class Category(NamedTuple):
    """A category of change, the part of the version number that it raises at least, and why."""

    name: str
    bump: Bump
    why: str


CATEGORIES: Final = (
    Category("record lost", "major", "a published identifier leads nowhere"),
    Category("vocabulary withdrawn", "major", "terms that data were coded with are gone"),
    Category("term removed", "major", "data that were coded with the term cannot be read"),
    Category("term redefined", "major", "the same term now means something else"),
    Category("terms of use", "major", "the licence or the name of the dataset is another"),
    Category("property removed", "major", "programs that read it find nothing"),
    Category("property retyped", "major", "programs that read it find something else"),
    Category("property now optional", "major", "programs that rely on it may find nothing"),
    Category("schema removed", "major", "nothing says any more what these records are"),
    Category("table removed", "major", "programs that read it find nothing"),
    Category("column removed", "major", "programs that read it find nothing"),
    Category("column moved", "major", "programs that count columns read another one"),
    Category("column retyped", "major", "programs that read it find something else"),
    Category("record added", "minor", "there is more to count"),
    Category("record moved", "minor", "its tombstone names the new identifier"),
    Category("record merged", "minor", "its tombstone names the record that it is part of"),
    Category("record split", "minor", "its tombstone names the records that it became"),
    Category("record withdrawn", "minor", "there is less to count; its tombstone says why"),
    Category("headline value", "minor", "the old and the new date cannot both be true"),
    Category("value", "minor", "the old and the new value cannot both be true"),
    Category("value added", "minor", "a value is published where there was none"),
    Category("value removed", "minor", "a value that was published is not any more"),
    Category("classification", "minor", "it is counted or computed otherwise"),
    Category("coverage", "minor", "what absence means is another"),
    Category("term added", "minor", "records can say more"),
    Category("term replaced", "minor", "another term takes its place"),
    Category("property added", "minor", "records can say more"),
    Category("property required", "minor", "records say it always"),
    Category("property bounded anew", "minor", "it may hold what it could not, or less"),
    Category("schema added", "minor", "there is more to read"),
    Category("table added", "minor", "there is more to read"),
    Category("column appended", "minor", "there is more to read"),
    Category("precision", "patch", "the old or the new value lies within the other"),
    Category("evidence", "patch", "who says it is told better, and the values stand"),
    Category("resolution", "patch", "why a dispute was settled is told better"),
    Category("source", "patch", "a source is described better"),
    Category("label", "patch", "words for people"),
    Category("order", "patch", "the same members in another order"),
    Category("tombstone", "patch", "what became of a record is told better"),
    Category("editors", "patch", "who settles disputes"),
    Category("wording", "patch", "a schema explains itself in other words"),
    Category("content", "patch", "its hash is another; nothing tells what changed"),
)
BY_NAME: Final = {category.name: category for category in CATEGORIES}
