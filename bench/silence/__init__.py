"""Simulated job searches, on which the chance of an answer is held against what others show."""
