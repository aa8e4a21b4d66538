"""The reference site: a Sphinx extension that makes pages of the dataset."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def setup(app: "Sphinx") -> dict[str, Any]:
    """Connect the extension; Sphinx is imported here alone, so that commands have its words."""
    from milepost.site.extension import setup as connect  # noqa: PLC0415 -- Sphinx takes half a second

    return connect(app)
