"""The pages of records: one module a kind, each from a record to a page as a value."""
