"""The static interface for programs: the same data as the pages, as JSON files under api/v1/."""
