"""Pages in other languages than English: their words, their labels, their dates."""
