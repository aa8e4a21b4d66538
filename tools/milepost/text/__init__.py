"""The text of sources, and the spans in it that are evidence."""
