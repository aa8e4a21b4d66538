"""Rows of a sheet into records: every row is mapped, merged, found there, or refused by a rule."""
