"""Citations: a record or the dataset, and its edition, to the formats that people cite with."""
