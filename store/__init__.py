"""What is known: records, vocabulary, the SQLite schema and its migrations, clock and errors.

Promises: one ``transaction()`` for every change; frozen records out; nothing of SQLAlchemy leaves this package; files
are 0600. Imports nothing of the other packages.
"""
