"""Which state of a dataset this is: its commit, its version and the moment that stands for it."""
