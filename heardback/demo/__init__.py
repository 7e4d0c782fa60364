"""The demo: a mailbox of some weeks on a mail server in the process, and the whole pipeline run over it.

Promises: loopback only, nothing is stored outside the demo's own folder. May import everything but the commands.
"""
