"""The form for those without git: fields of the schemas in, HTML and what its scripts know out."""
