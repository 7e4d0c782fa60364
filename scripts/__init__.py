"""Checks of the project's own data, run by ``make check``."""
