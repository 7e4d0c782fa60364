"""The phrases behind ``reasons.py`` (``domain.md`` §5.3), language by language, for folded text.

The first rule that a sentence fits decides, so that the narrower reasons stand before the wider ones. In a pattern
``ROLE``, ``ANOTHER`` and ``PAPER`` stand for the words below.
"""
