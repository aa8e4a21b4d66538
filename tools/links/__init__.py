"""The report on link rot: which web addresses of sources still answer, apart from every check."""
