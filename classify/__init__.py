"""What it means: tagger, training, evaluation, company and role, application and stage, silence.

Promises: every decision is pure and carries its reasons; a doubtful one says so. May import ``ingest`` and ``store``.
"""
