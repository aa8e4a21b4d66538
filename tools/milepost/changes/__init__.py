"""Changes: two states of a dataset in, what changed and the version number that it asks for out."""
