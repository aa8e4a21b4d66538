"""Figures as values: where each mark of a drawing stands, in the units of its view box."""
