"""By what a person is found again in other applications, kept with each look so that nobody's mail is read for it.

``samepeople`` decides who is one person; here stands all that its decision may rest on. Two addresses it would take for
one person always share a key, so that following the keys leads to every application that shows them, and to some more.
"""

from collections import defaultdict

from classify.folding import folded
from ingest.senders import registered_domain
from respond.acquaintances import people_in
from respond.samepeople import PHONE_DIGITS
from respond.standings import Standing

PersonKeys = tuple[str, ...]
"""One person of an application: the address, then whatever else they may be known again by."""


def people_keys(standing: Standing, own_addresses: frozenset[str]) -> tuple[PersonKeys, ...]:
    """Everybody an application shows, each address once, in the order of addresses."""
    found: dict[str, set[str]] = defaultdict(set)
    for stored in standing.messages:
        for seen in people_in(stored, own_addresses):
            keys = found[seen.address.address]
            keys |= {each.address for each in stored.message.reply_to} | {seen.card.address}
            if " " in seen.address.name.strip():
                keys.add(f"{folded(seen.address.name, 'de')} at {registered_domain(seen.address.domain)}")
            digits = "".join(filter(str.isdigit, seen.card.phone))[-PHONE_DIGITS:]
            if len(digits) == PHONE_DIGITS:
                keys.add(f"tel {digits}")
    return tuple((address, *sorted(keys - {address, ""})) for address, keys in sorted(found.items()))
