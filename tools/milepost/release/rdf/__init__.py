"""The graph: records, statements and vocabularies as RDF, in three spellings of one content."""
