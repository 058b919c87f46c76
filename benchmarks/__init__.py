"""Measures the search on generated archives, beside other engines. Run by `make bench`."""
