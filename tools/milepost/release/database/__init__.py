"""The release as one SQLite database: the tables with their keys, views, and full-text search."""

from milepost.release.database.file import FILE, as_database, database

__all__ = ["FILE", "as_database", "database"]
