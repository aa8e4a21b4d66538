"""Files to values: the one place that reads, strictly, and knows where things stand."""
