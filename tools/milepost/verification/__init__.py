"""A published release to what is wrong with it: sums, records, and whether its formats agree."""
