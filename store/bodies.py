"""The HTML of mails as it came, for showing them: compressed, beside the text that everything is judged by."""

import zlib
from collections.abc import Collection, Mapping

from sqlalchemy import Connection, bindparam, or_, select
from sqlalchemy.dialects.sqlite import insert

from store.schema import bodies, messages, verdicts
from store.vocabulary import Tag

LONGEST = 512 * 1024
"""Characters of HTML that are kept; a longer mail is shown as its text (own choice: letters are far below it)."""
_LEVEL = 6
_KEEP = insert(bodies).on_conflict_do_nothing(index_elements=["message"])
_SHOWN = (
    select(messages.c.id)
    .join(verdicts, verdicts.c.message == messages.c.id)
    .where(
        messages.c.id.in_(bindparam("ids", expanding=True)),
        or_(messages.c.application_id.is_not(None), verdicts.c.tag != Tag.OTHER, verdicts.c.unsure),
    )
)


class BodyLedger:
    """The HTML bodies; most mails have one, plain ones and dropped ones have none."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def keep(self, message: int, html: str) -> None:
        """Keeps the HTML of a message; an empty or too long one is passed over."""
        self._keep_all({message: html})

    def _keep_all(self, found: Mapping[int, str]) -> None:
        rows = [
            {"message": message, "html": zlib.compress(html.encode("utf-8", "replace"), _LEVEL)}
            for message, html in found.items()
            if html and len(html) <= LONGEST
        ]
        if rows:
            self._connection.execute(_KEEP, rows)

    def keep_what_is_shown(self, found: Mapping[int, str]) -> None:
        """Keeps the HTML of those mails that concern a search, by number: placed, tagged, or in doubt."""
        with_html = [number for number, html in found.items() if html]
        if not with_html:
            return
        shown = self._connection.scalars(_SHOWN, {"ids": with_html}).all()
        self._keep_all({number: found[number] for number in shown})

    def which(self, messages: Collection[int]) -> frozenset[int]:
        """Those of these mails whose HTML is kept."""
        return frozenset(self._connection.scalars(select(bodies.c.message).where(bodies.c.message.in_(messages))))

    def html_of(self, message: int) -> str:
        """The HTML of a message as it came, unsafe to show before it is cleaned; empty where none is kept."""
        packed = self._connection.execute(select(bodies.c.html).where(bodies.c.message == message)).scalar_one_or_none()
        return zlib.decompress(packed).decode("utf-8") if packed else ""
