"""What sources say of the values of a record: compared, weighed, derived, counted."""
