"""The cues of each language: family → (anchor, pattern) pairs over folded text.

An anchor is a piece of text, or several with ``|`` between, without which the pattern cannot match; it is looked for
first because that is cheap. Gaps are bounded, so that no text makes a pattern slow.
"""
