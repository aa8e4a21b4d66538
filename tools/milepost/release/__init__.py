"""Releases: a clean dataset and its edition in, the files that people download and cite out."""
