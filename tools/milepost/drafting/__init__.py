"""New records: from the answers of a contributor to a draft that lacks nothing but evidence."""
