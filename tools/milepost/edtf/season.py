"""EDTF's sub-year groupings, codes 21 to 41 in the place of a month: the months each may mean."""

from typing import Final, TypeAlias

MonthRun: TypeAlias = tuple[int, int]

# A run is its first month and its length; one that begins in December runs on into the next year.
_FROM_MARCH, _FROM_JUNE, _FROM_SEPTEMBER, _FROM_DECEMBER = (3, 3), (6, 3), (9, 3), (12, 3)

# 21 to 24 name no hemisphere, so each may be the season of either: choosing one would invent it.
MONTH_RUNS: Final[dict[str, tuple[MonthRun, ...]]] = {
    "21": (_FROM_MARCH, _FROM_SEPTEMBER),
    "22": (_FROM_JUNE, _FROM_DECEMBER),
    "23": (_FROM_MARCH, _FROM_SEPTEMBER),
    "24": (_FROM_JUNE, _FROM_DECEMBER),
    "25": (_FROM_MARCH,),
    "26": (_FROM_JUNE,),
    "27": (_FROM_SEPTEMBER,),
    "28": (_FROM_DECEMBER,),
    "29": (_FROM_SEPTEMBER,),
    "30": (_FROM_DECEMBER,),
    "31": (_FROM_MARCH,),
    "32": (_FROM_JUNE,),
    **{str(33 + quarter): ((1 + 3 * quarter, 3),) for quarter in range(4)},
    **{str(37 + third): ((1 + 4 * third, 4),) for third in range(3)},
    **{str(40 + half): ((1 + 6 * half, 6),) for half in range(2)},
}


def months_long(code: str) -> int:
    """Give the length in months of one grouping."""
    return MONTH_RUNS[code][0][1]
