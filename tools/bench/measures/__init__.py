"""What is measured, one row or group of rows of the table a module."""
