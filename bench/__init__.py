"""Benchmarks, each side by side with what it is compared to. ``python -m bench`` runs all and prints one table."""
