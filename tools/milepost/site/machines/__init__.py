"""What pages tell programs: linked data, citation tags, the sitemap, the guide for readers."""
