"""The release as one SQLite database: the tables with their keys, views, and full-text search."""

from milepost.release.database.file import FILE, Filling, as_database, as_released, database

__all__ = ["FILE", "Filling", "as_database", "as_released", "database"]
