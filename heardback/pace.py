"""The pace of the service: how often mailboxes are looked at, and for how long things may take."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Pace:
    """How often things happen, in seconds.

    ``renew``: RFC 2177 §3 wants IDLE begun anew within 29 minutes; routers and carriers forget quiet connections
    sooner, many after ten. ``history``: how long one round reads of a folder's past before new mail has its turn.
    """

    every: float = 300.0
    push: bool = True
    renew: float = 540.0
    history: float = 20.0
    send_again: float = 60.0
    heartbeat: float = 20.0
