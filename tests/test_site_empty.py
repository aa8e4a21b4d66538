"""A site of which little or nothing is recorded says so, and shows no empty tables."""

from collections.abc import Collection

from docutils import nodes

from milepost.loading import schemas_of
from milepost.model import Dataset
from milepost.rules.view import View
from milepost.site.inline import Inline
from milepost.site.machines.guide import guide
from milepost.site.nodes_of import table_node
from milepost.site.pages.every import record_pages
from milepost.site.proposing.script_data import known
from milepost.site.rendering import body_of
from milepost.site.site import Site
from milepost.site.tables import Table
from sites import ROOT, read, the_small_site

INLINE = Inline(lambda name, anchor: f"../{name}.html#{anchor}")


def site_without(kinds: Collection[str]) -> Site:
    """Return the small site without the records of some kinds."""
    small = the_small_site()
    records = {k: {} if k in kinds else found for k, found in small.dataset.records.items()}
    return Site(View(Dataset(records), schemas_of(ROOT)), small.edition, small.as_of)


def test_a_relationship_without_milestones_shows_no_empty_table() -> None:
    (page,) = (
        page
        for page in record_pages(site_without({"milestone"}))
        if page.name.endswith("jpn-khm") and page.language == "en"
    )
    told = read(body_of(page, INLINE))

    assert [] == [tag for tag, _ in told.elements if tag in {"table", "form"}]
    assert (
        "Status through time # Nothing is recorded. Milestones # Nothing is recorded." in told.text
    )


def test_a_table_without_rows_is_a_sentence_in_documents() -> None:
    made = table_node(Table("Status", ("Track", "Status"), ()))

    assert (nodes.paragraph, "Nothing is recorded.") == (type(made), made.astext())


def test_the_guide_for_programs_has_no_section_without_entries() -> None:
    said = guide(site_without({"milestone", "relationship"}), ()).decode()
    titles = [line for line in said.splitlines() if line.startswith("## ")]

    assert ["## Data for programs", "## Records"] == titles
    assert "[Organizations](organizations/index.html): 1 record\n" in said


def test_the_form_can_be_made_of_a_dataset_without_vocabularies() -> None:
    assert {} == known(site_without({"vocabulary"}))["stagesOf"]
