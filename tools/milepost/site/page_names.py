"""Names of pages: a kind of record and an identifier in, the permanent name of its page out."""

from milepost.kinds import BY_NAME

# The kinds that have a page each; the order is that of the navigation.
PAGED = (
    "relationship",
    "milestone",
    "source",
    "person",
    "organization",
    "place",
    "party",
    "occasion",
    "vocabulary",
)
# Where a host keeps the site of each published version, below that of the newest.
VERSIONS_FOLDER = "versions"
PLURALS = {
    "relationship": "Relationships",
    "milestone": "Milestones",
    "source": "Sources",
    "person": "People",
    "organization": "Organizations",
    "place": "Places",
    "party": "Parties",
    "occasion": "Occasions",
    "vocabulary": "Vocabularies",
}
SINGULARS = {
    "relationship": "Relationship",
    "milestone": "Milestone",
    "source": "Source",
    "person": "Person",
    "organization": "Organization",
    "place": "Place",
    "party": "Party",
    "occasion": "Occasion",
    "vocabulary": "Vocabulary",
}

# What follows a dyad in the name of the page of its sources.
OF_SOURCES = "-sources"


def page_of(kind: str, identifier: str) -> str:
    """Return the name of a record's page, such as milestones/mp-2x9zg7k."""
    return f"{BY_NAME[kind].folder}/{identifier}"


def list_of(kind: str) -> str:
    """Return the name of the page that lists all records of a kind."""
    return f"{BY_NAME[kind].folder}/index"


def sources_page(dyad: str) -> str:
    """Return the name of the page that lists the sources of a relationship."""
    return f"{page_of('relationship', dyad)}{OF_SOURCES}"
