"""Repairs that change no meaning: the one spelling, identifiers, passages that have moved."""
