"""One page of each type that the site has: what is true of these should be true of every page."""

PAGE_TYPES = (
    "index",
    "relationships/khm-vnm",
    "relationships/khm-vnm-sources",
    "milestones/mp-mv56rpm",
    "milestones/mp-bqdztmr",
    "sources/ppp-2023-fireworks",
    "people/hun-sen",
    "people/index",
    "parties/khm",
    "places/kumamoto",
    "vocabularies/stage",
    "codebook",
    "anniversaries",
    "rules",
    "propose",
    "contribute",
    "ja/relationships/jpn-khm",
    "km/milestones/mp-mv56rpm",
    "search",
    "404",
)
