"""A root to a finished site: made in a fresh folder, which then replaces the old one."""

import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

from milepost.errors import MilepostError
from milepost.loading import schemas_of
from milepost.meanwhile import Meanwhile, meanwhile
from milepost.reading.hashed import Hashed
from milepost.reading.tree import Folder
from milepost.rules.view import View
from milepost.site.keeping import Made, as_left
from milepost.site.order import Order
from milepost.site.place import hold_free
from milepost.site.shells import Forms
from milepost.trusting import trusted
from milepost.writing.files import write_file
from milepost.writing.folders import emptied, remove_folder, swap
from milepost.writing.taking_over import keep_times

_CHANGED = (
    "the site stays as it was: files in dataset/ were changed while it was made, so that it would"
    " have shown what was not checked; build it again"
)
# What finishes a site, of the view of a check and the hash of what it has read.
Finish = Callable[[View, bytes], "Built"]


class DatasetChangedError(MilepostError):
    """The dataset changed while a site was made of it."""


class Built(NamedTuple):
    """What a build leaves: shells and documents, for pages made later; the files that changed."""

    forms: Forms
    documents: frozenset[str]
    changed: tuple[str, ...] = ()


def build(order: Order) -> Built:
    """Build a site, strictly, and put it in the place of the old one at once.

    A file that says what it said before keeps its time, so that hosts and mirrors see which pages
    have changed. SiteNotBuiltError on any warning, in which case the old site stays as it was.
    """
    with _fresh_folder(order) as fresh:
        return _put_in_place(order, fresh, _made(order, fresh))


@contextmanager
def begun(order: Order) -> Iterator[Finish]:
    """Begin to build a site, and give what finishes it once its dataset has been found clean.

    A site that replaces an earlier one is made meanwhile, in a process that reads the dataset on
    trust: to wait for the check takes as long as to make the site. Unless it is finished before
    the block ends, what was made goes, and the old site stays as it was. A site from nothing is
    made when it is finished, since the two at once would take twice the memory.

    To finish is a DatasetChangedError where something else was checked than the site is made of.
    """
    if not order.is_again:
        yield lambda view, _: build(replace(order, view=view))
        return
    with _fresh_folder(order) as fresh:
        making = meanwhile(partial(_made_on_trust, order, fresh))
        try:
            yield lambda _, read: _finished(order, fresh, making, read)
        finally:
            making.give_up()


@contextmanager
def _fresh_folder(order: Order) -> Iterator[Path]:
    """Give an empty folder beside that of the site, which goes unless it becomes that.

    PlaceTakenError where a site in that place would cost anything else.
    """
    hold_free(order.out, order.root)
    order.out.parent.mkdir(parents=True, exist_ok=True)
    fresh = Path(tempfile.mkdtemp(dir=order.out.parent, prefix=".building-"))
    try:
        yield fresh
    finally:
        remove_folder(fresh)


def _finished(
    order: Order, fresh: Path, making: Meanwhile[tuple[Any, ...]], checked: bytes
) -> Built:
    # There is time for it as long as the site is being made.
    remove_folder(order.replaced)
    *plain, read = making()
    if read != checked:
        raise DatasetChangedError(_CHANGED)
    return _put_in_place(order, fresh, Made(*plain), order.replaced)


def _made_on_trust(order: Order, fresh: Path) -> tuple[Any, ...]:
    """Make a site and return what was made, with the hash of what was read, in plain values."""
    tree = Hashed(Folder(order.root))
    view = trusted(tree, schemas_of(order.root))
    return (*_made(replace(order, view=view), emptied(fresh)), tree.digest)


def _made(order: Order, fresh: Path) -> Made:
    from milepost.site.making import make  # noqa: PLC0415 -- Sphinx takes half a second

    return make(order, fresh)


def _put_in_place(order: Order, fresh: Path, made: Made, aside: Path | None = None) -> Built:
    fresh.chmod(0o755)
    changed = keep_times(fresh, order.out)
    # What shares most of its files with the new site takes next to no room.
    swap(fresh, order.out, aside if 2 * len(changed) < len(made.files) else None)
    if made.frame:
        write_file(order.left, as_left(made, order.out))
    return Built(made.forms, made.documents, changed)
