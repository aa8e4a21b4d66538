"""The rules, one family a module; each family lists its own."""
