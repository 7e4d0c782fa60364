"""What arrived: IMAP, files, sign-in, parsing, text, calendar parts, fetching.

Promises: a mailbox is only ever read (EXAMINE, BODY.PEEK), apart from heardback's own drafts and sent copies; a mail
becomes a ``Message`` or is set aside as ``Unreadable`` with its bytes. May import ``store``.
"""
