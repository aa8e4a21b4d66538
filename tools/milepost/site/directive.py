"""What every directive has: the site, and the record that its argument names."""

from sphinx.util.docutils import SphinxDirective

from milepost.model import Record
from milepost.site.domain import the_site
from milepost.site.site import Site


class SiteDirective(SphinxDirective):
    """A directive that knows the site, and whose argument names what it shows."""

    required_arguments = 1
    has_content = False

    @property
    def site(self) -> Site:
        """The site that is built."""
        return the_site(self.env)

    def dyad(self) -> str:
        """Return the relationship that the argument names."""
        return self.known("relationship").id

    def known(self, kind: str) -> Record:
        """Return the record of a kind that the argument names; an error where there is none."""
        name = self.arguments[0]
        record = self.site.dataset.get(kind, name)
        if record is None:
            raise self.error(f"there is no {kind} {name!r} in the dataset")
        return record
