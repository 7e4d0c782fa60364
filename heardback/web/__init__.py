"""The review page: a person's own browser on their own machine, served on 127.0.0.1 alone.

Promises: a GET changes nothing; what changes something is a POST of this very page, from a browser that signed in with
a one-time link; nothing is loaded from elsewhere, and it works without JavaScript. May import everything but the
commands, the service and the command line.
"""
