"""The one place that writes: files and folders, each replaced at once or not at all."""
