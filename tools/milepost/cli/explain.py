"""`milepost explain`: what a rule demands, why, how to mend it, and an example of each side."""

import argparse
import textwrap

from milepost.cli import CLEAN
from milepost.errors import NotThereError, RootNotFoundError
from milepost.rules.catalogue import EXPLAINED
from milepost.rules.registry import Rule

WIDTH = 100


def register(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command."""
    parser.add_argument(
        "rule", nargs="?", metavar="RULE", help="its id or name; without, all rules"
    )
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print one rule with its examples, or the truth of each; NotThereError for an unknown one."""
    if options.rule is None:
        print("".join(f"{rule.id} {rule.truth}\n" for rule in EXPLAINED), end="")
        return CLEAN
    rule = _named(options.rule)
    print(_told(rule))
    for part in _examples(rule, options.root) if rule.scope != "sheet" else ():
        print(part)
    return CLEAN


def _named(word: str) -> Rule:
    by_id = {rule.id: rule for rule in EXPLAINED}
    by_name = {rule.name: rule for rule in EXPLAINED}
    found = by_id.get(word.upper()) or by_name.get(word.lower().replace("-", "_"))
    if found is None:
        from milepost.suggestions import suggestion

        known = (*by_id, *by_name)
        hint = suggestion(word.upper(), by_id) or suggestion(word, known, "see `milepost explain`")
        message = f"there is no rule {word}; {hint}"
        raise NotThereError(message)
    return found


def _told(rule: Rule) -> str:
    parts = (rule.truth, f"Why: {rule.reason}", f"To put it right: {rule.mend}")
    told = "\n\n".join(textwrap.fill(part, WIDTH) for part in parts)
    return f"{rule.id} {rule.name} ({rule.severity})\n\n{told}\n"


def _examples(rule: Rule, named_root: str | None) -> list[str]:
    from milepost.reading.example_files import base_files, example_contents, example_folder
    from milepost.root import find_root

    try:
        root = find_root(named_root)
    except RootNotFoundError:
        root = None
    folder = example_folder(root)
    contents = example_contents(folder, rule.id)
    if not contents:
        return ["The examples are not part of this installation; they are in schema/examples/.\n"]

    from milepost.conformance.account import account_of
    from milepost.conformance.example import Example, findings_of, simplest
    from milepost.loading import schemas_of

    examples = [Example(rule.id, name, content) for name, content in contents.items()]
    base, schemas = base_files(folder), schemas_of(folder.parents[1])
    sides = {
        "Breaks it": simplest(examples, valid=False),
        "Keeps it": simplest(examples, valid=True),
    }
    return [
        f"{head}: {account_of(example, findings_of(example, base, schemas))}"
        for head, example in sides.items()
    ]
