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

# How many records a page lists at most, so that it is light enough to be seen at once.
LISTED = 400

# What follows a dyad in the name of the page of its sources.
OF_SOURCES = "-sources"


def page_of(kind: str, identifier: str) -> str:
    """Return the name of a record's page, such as milestones/mp-2x9zg7k."""
    return f"{BY_NAME[kind].folder}/{identifier}"


def list_of(kind: str, number: int = 1) -> str:
    """Return the name of a page that lists the records of a kind; there is one at least."""
    folder = BY_NAME[kind].folder
    return f"{folder}/index" if number == 1 else f"lists/{folder}-{number}"


def lists_of(kind: str, records: int) -> list[str]:
    """Return the names of the pages that list so many records of a kind."""
    return [list_of(kind, number + 1) for number in range(max(1, -(-records // LISTED)))]


def sources_page(dyad: str) -> str:
    """Return the name of the page that lists the sources of a relationship."""
    return f"{page_of('relationship', dyad)}{OF_SOURCES}"
