"""All rules in the order of their ids."""

from milepost.rules import (
    chains,
    dates,
    derived,
    disputes,
    history,
    identity,
    json_text,
    ladder,
    languages,
    published,
    references,
    shape,
    sheet_rows,
    sources,
    support,
)
from milepost.rules.registry import Rule

_FAMILIES = (
    *(json_text, shape, identity, references, chains, languages, dates, support, disputes, derived),
    *(ladder, sources, published, history),
)
RULES: tuple[Rule, ...] = tuple(
    sorted((rule for family in _FAMILIES for rule in family.RULES), key=lambda rule: rule.id)
)
BY_ID = {rule.id: rule for rule in RULES}
# Rules on sheets speak of no record, so no check applies them and no example of one breaks them.
EXPLAINED: tuple[Rule, ...] = (*RULES, *sheet_rows.RULES)
