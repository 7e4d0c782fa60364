"""What to say: drafts, templates, outbox, SMTP, contacts to keep, digest.

Promises: facts only, each with its source; nothing is sent that was not approved, and nothing twice. May import
``classify``, ``ingest`` and ``store``.
"""
