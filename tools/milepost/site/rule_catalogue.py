"""The catalogue of rules: what each demands, why, and how to put it right, family by family."""

from collections.abc import Sequence

from milepost.rules.catalogue import RULES
from milepost.rules.registry import Rule

# The families in the order in which a reader meets them; any that is missing follows at the end.
FAMILIES = {
    "FIL": "Files",
    "JSN": "JSON text",
    "SCH": "Schema",
    "IDN": "Identifiers",
    "REF": "References",
    "DAT": "Dates",
    "QTY": "Quantities",
    "EVD": "Evidence",
    "DSP": "Disputes",
    "DRV": "Derivations",
    "STA": "Status",
    "SRC": "Sources",
    "COV": "Coverage",
    "DUP": "Duplicates",
    "LED": "Published identifiers",
}


def families(rules: Sequence[Rule] = RULES) -> dict[str, list[Rule]]:
    """Return the rules by family, each family and each rule in it in order."""
    codes = [*FAMILIES, *sorted({code_of(rule) for rule in rules} - set(FAMILIES))]
    grouped = {code: [rule for rule in rules if code_of(rule) == code] for code in codes}
    return {code: members for code, members in grouped.items() if members}


def code_of(rule: Rule) -> str:
    """Return the family of a rule, such as EVD."""
    return rule.id.partition("-")[0]


def name_of(rule: Rule) -> str:
    """Return the name of a rule in words."""
    return rule.name.replace("_", " ")
