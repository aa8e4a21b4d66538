"""A Sphinx extension for other projects: the roles by which intersphinx finds our records.

Intersphinx looks only for objects of domains that a project knows, so an inventory is not enough.
"""

from typing import Any, ClassVar

from sphinx.application import Sphinx
from sphinx.domains import Domain, ObjType

from milepost.site.domain import MilepostDomain, RecordRole
from milepost.site.page_names import PAGED

# Lists, and the sources of a relationship, are pages without a name in the inventory.
_ROLES = (*PAGED, "term")


class LinkedDomain(Domain):
    """The domain without a dataset: every reference is left for intersphinx to resolve."""

    name = MilepostDomain.name
    label = MilepostDomain.label
    object_types: ClassVar[dict[str, ObjType]] = {role: ObjType(role, role) for role in _ROLES}
    roles: ClassVar[dict[str, Any]] = {role: RecordRole(warn_dangling=True) for role in _ROLES}

    def merge_domaindata(self, docnames: Any, otherdata: Any) -> None:
        """Do nothing: there is nothing of its own."""


def setup(app: Sphinx) -> dict[str, Any]:
    """Add the domain."""
    app.add_domain(LinkedDomain)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
