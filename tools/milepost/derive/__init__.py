"""What follows from the records: order, status, panel, grades; computed and never stored."""
