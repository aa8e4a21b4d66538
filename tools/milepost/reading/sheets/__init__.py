"""Sheets that people bring, from CSV and Excel files to rows of cells, one row after the other."""
