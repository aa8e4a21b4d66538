"""Generated datasets: a seed and a number of milestones in, the files of a valid dataset out."""
