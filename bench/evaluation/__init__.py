"""Measures the tagger and what is read around the tag, beside simpler ways to do it (``python -m bench.evaluate``)."""
