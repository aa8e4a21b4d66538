"""The reference site: a Sphinx extension that makes pages of the dataset."""

from milepost.site.extension import setup

__all__ = ["setup"]
