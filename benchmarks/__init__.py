"""Benchmarks: our search engine beside its peers, in one run on one machine."""
