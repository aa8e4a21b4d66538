"""`milepost cite`: how to cite a milestone, a relationship or the dataset, in a style of choice."""

import argparse

from milepost.cli import CLEAN
from milepost.derive.withdrawn import fate
from milepost.errors import NotThereError
from milepost.kinds import BY_NAME
from milepost.loading import clean
from milepost.model import Dataset, Record
from milepost.provenance.edition import Edition, read_edition
from milepost.release.citation.cff import as_cff
from milepost.release.citation.styles import STYLES
from milepost.release.citation.work import Work, dataset_work, record_work
from milepost.release.citation.zenodo import as_zenodo
from milepost.root import root_to_read
from milepost.suggestions import suggestion

WHOLE = "dataset"
# Files of the root, by the style that prints them: GitHub shows the one, Zenodo reads the other.
OF_THE_ROOT = {"cff": as_cff, "zenodo": as_zenodo}


def register(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command."""
    parser.add_argument("id", metavar="ID", help="an identifier, a slug, a dyad, or: dataset")
    parser.add_argument(
        "--style",
        choices=(*STYLES, *OF_THE_ROOT),
        default="text",
        help="default: text; cff and zenodo are files of the root, CITATION.cff and .zenodo.json",
    )
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print the citation of what was asked for."""
    root = root_to_read(options.root)
    dataset = clean(root).dataset
    if options.style in OF_THE_ROOT:
        print(_of_the_root(options.style, dataset, options.id), end="")
        return CLEAN
    record = _record(dataset, options.id)
    print(
        STYLES[options.style](_work(dataset, record, read_edition(root, dataset.version))), end=""
    )
    return CLEAN


def _of_the_root(style: str, dataset: Dataset, identifier: str) -> str:
    if identifier != WHOLE:
        command = f"milepost cite {WHOLE} --style {style}"
        raise NotThereError(f"{style} cites the whole dataset: `{command}`")
    return OF_THE_ROOT[style](dataset.meta).decode()


def _work(dataset: Dataset, record: Record | None, edition: Edition) -> Work:
    if record is None:
        return dataset_work(dataset, edition)
    return record_work(record, dataset.meta, edition)


def _record(dataset: Dataset, identifier: str) -> Record | None:
    """Return the record to cite, or None for the whole dataset; NotThereError says what is near."""
    if identifier == WHOLE:
        return None
    found = [record for record in dataset.find(identifier) if BY_NAME[record.kind].folder]
    if not found:
        known = [WHOLE, *(record.id for record in dataset if BY_NAME[record.kind].folder)]
        hint = suggestion(identifier, known, "`milepost cite dataset` cites the whole")
        raise NotThereError(f"there is no record {identifier!r}; {hint}")
    if found[0].kind == "tombstone":
        targets = found[0].body["targets"]
        instead = f". Cite {' or '.join(targets)}" if targets else ""
        raise NotThereError(f"{found[0].id} {fate(found[0])}{instead}")
    return found[0]
