"""The shell a person meets: commands, settings, wiring, the round, the service, the demo.

Promises: one composition root (``wiring``); data on stdout, words on stderr; every problem in one sentence with what
to do. May import every other package.
"""
