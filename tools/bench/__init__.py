"""What `make bench` measures: milepost beside other programs, on generated records."""
