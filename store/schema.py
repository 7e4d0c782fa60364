"""The tables. What each holds is said here once; how they came to be is in ``migrations/``.

Times are stored as UTC seconds since 1970 (``Moment``), so that SQLite compares them as numbers; small structured
values are JSON text.
"""

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import (
    Boolean,
    Column,
    Date,
    Dialect,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    TypeDecorator,
    literal_column,
    text,
)

SCHEMA_VERSION = 5
"""Kept in SQLite's ``user_version``, so that a start-up can compare it without importing Alembic."""


class Moment(TypeDecorator[datetime]):
    """An aware UTC time, stored as seconds since the epoch."""

    impl = Float
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> float | None:
        return None if value is None else value.timestamp()

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:
        return None if value is None else datetime.fromtimestamp(value, UTC)


metadata = MetaData()

meta = Table(
    "meta",
    metadata,
    Column("key", String, primary_key=True),
    Column("value", Text, nullable=False),
)

accounts = Table(
    "accounts",
    metadata,
    Column("name", String, primary_key=True),
    Column("last_success", Moment),
    Column("failing_since", Moment),
    Column("problem", Text, nullable=False, server_default=""),
    Column("stopped", Boolean, nullable=False, server_default="0"),
)

folders = Table(
    "folders",
    metadata,
    Column("account", String, primary_key=True),
    Column("folder", String, primary_key=True),
    Column("uidvalidity", Integer, nullable=False),
    Column("up", Integer, nullable=False),
    Column("down", Integer, nullable=False),
    Column("read_back_to", Moment),
    Column("last_success", Moment),
)

applications = Table(
    "applications",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("company", Text, nullable=False),
    Column("company_key", String, nullable=False),
    Column("role", Text, nullable=False, server_default=""),
    Column("agency", Text, nullable=False, server_default=""),
    Column("requisitions", Text, nullable=False, server_default="[]"),
    Column("country", String, nullable=False, server_default=""),
    Column("by", String, nullable=False, server_default="mail"),
    Index("applications_by_company", "company_key"),
)

messages = Table(
    "messages",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("identity", String, nullable=False, unique=True),
    Column("account", String, nullable=False),
    Column("direction", String, nullable=False),
    Column("date", Moment, nullable=False),
    Column("message_id", String, nullable=False),
    Column("sender", String, nullable=False),
    Column("subject", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("rest", Text, nullable=False),
    Column("thread", Integer, nullable=False),
    Column("application_id", ForeignKey("applications.id", ondelete="SET NULL")),
    Column("pinned", Boolean, nullable=False, server_default="0"),
    Column("text_dropped", Boolean, nullable=False, server_default="0"),
    Index("messages_by_thread", "thread"),
    Index("messages_by_application", "application_id", "date"),
    Index("messages_by_date", "date"),
)

links = Table(
    "links",
    metadata,
    Column("reference", String, primary_key=True),
    Column("message", ForeignKey("messages.id", ondelete="CASCADE"), primary_key=True),
    Index("links_by_message", "message"),
)

unreadable = Table(
    "unreadable",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("sha256", String, nullable=False, unique=True),
    Column("source", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("raw", LargeBinary, nullable=False),
    Column("met", Moment, nullable=False),
)

locations = Table(
    "locations",
    metadata,
    Column("account", String, primary_key=True),
    Column("folder", String, primary_key=True),
    Column("uidvalidity", Integer, primary_key=True),
    Column("uid", Integer, primary_key=True),
    Column("message", ForeignKey("messages.id", ondelete="CASCADE")),
    Column("unreadable", ForeignKey("unreadable.id", ondelete="CASCADE")),
    Index("locations_by_message", "message"),
)

verdicts = Table(
    "verdicts",
    metadata,
    Column("message", ForeignKey("messages.id", ondelete="CASCADE"), primary_key=True),
    Column("tag", String, nullable=False),
    Column("unsure", Boolean, nullable=False),
    Column("model", String, nullable=False),
    Column("reading", Text, nullable=False),
    Column("at", Moment, nullable=False),
    Index("verdicts_by_unsure", "unsure"),
)

corrections = Table(
    "corrections",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("message", ForeignKey("messages.id", ondelete="CASCADE"), nullable=False),
    Column("was", String, nullable=False),
    Column("tag", String, nullable=False),
    Column("at", Moment, nullable=False),
    Index("corrections_by_message", "message"),
)

questions = Table(
    "questions",
    metadata,
    Column("message", ForeignKey("messages.id", ondelete="CASCADE"), primary_key=True),
    Column("candidates", Text, nullable=False),
    Column("reason", Text, nullable=False),
)

BOOKED_UNTIL = literal_column(
    "substr(coalesce(nullif(json_extract(detail, '$.end'), ''), json_extract(detail, '$.start')), 1, 10)", String
)
"""The day on which what an event booked ends, in the zone it was booked in; in the very words of the index."""

events = Table(
    "events",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("application_id", ForeignKey("applications.id", ondelete="CASCADE"), nullable=False),
    Column("kind", String, nullable=False),
    Column("at", Moment, nullable=False),
    Column("message_id", ForeignKey("messages.id", ondelete="CASCADE")),
    Column("detail", Text, nullable=False, server_default="{}"),
    Column("sentence", Text, nullable=False, server_default=""),
    Column("by", String, nullable=False, server_default="mail"),
    Column("superseded", Boolean, nullable=False, server_default="0"),
    Index("events_by_application", "application_id", "at"),
    Index("events_by_message", "message_id"),
    Index("events_by_end", BOOKED_UNTIL, sqlite_where=text("kind = 'booked'")),
)

contacts = Table(
    "contacts",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("address", String, nullable=False, unique=True),
    Column("name", Text, nullable=False),
    Column("company", Text, nullable=False, server_default=""),
    Column("role", Text, nullable=False, server_default=""),
    Column("met_on", Moment),
    Column("met_through", ForeignKey("applications.id", ondelete="SET NULL")),
    Column("write_next", Date),
    Column("why", Text, nullable=False, server_default=""),
)

drafts = Table(
    "drafts",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("key", String, nullable=False, unique=True),
    Column("kind", String, nullable=False),
    Column("state", String, nullable=False),
    Column("application_id", ForeignKey("applications.id", ondelete="SET NULL")),
    Column("wording", String, nullable=False, server_default=""),
    Column("message_id", String, nullable=False),
    Column("created", Moment, nullable=False),
    Column("changed", Moment, nullable=False),
    Column("approved", Moment),
    Column("sent", Moment),
    Column("failure", Text, nullable=False, server_default=""),
    Column("tries", Integer, nullable=False, server_default="0"),
    Column("not_before", Moment),
    Column("in_sent", Boolean, nullable=False, server_default="0"),
    Column("missing_rounds", Integer, nullable=False, server_default="0"),
    Column("copy_sha256", String, nullable=False, server_default=""),
    Column("copy_is_theirs", Boolean, nullable=False, server_default="0"),
    Column("content", Text, nullable=False),
    Column("later_until", Moment),
    Index("drafts_by_state", "state"),
    Index("drafts_by_application", "application_id"),
    Index("drafts_by_message_id", "message_id"),
)

no_drafts = Table(
    "no_drafts",
    metadata,
    Column("key", String, primary_key=True),
    Column("kind", String, nullable=False),
    Column("application_id", ForeignKey("applications.id", ondelete="CASCADE")),
    Column("reason", Text, nullable=False),
    Column("at", Moment, nullable=False),
)

digests = Table(
    "digests",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("week_of", Date, nullable=False, unique=True),
    Column("due", Moment, nullable=False),
    Column("state", String, nullable=False),
    Column("sent", Moment),
    Column("message_id", String, nullable=False, server_default=""),
    Column("text", Text, nullable=False, server_default=""),
)

changes = Table(
    "changes",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("at", Moment, nullable=False),
    Column("application", Integer),
    Column("kind", String, nullable=False),
    Column("words", Text, nullable=False),
    Column("restore", Text, nullable=False),
    Column("undone_at", Moment),
)
"""What the person changed by hand. ``application`` is no foreign key: what was merged away keeps its number here."""

search = Table(
    "search",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("at", Moment, nullable=False),
    Column("phase", String, nullable=False),
    Column("until", Date),
    Column("application", ForeignKey("applications.id", ondelete="SET NULL")),
)

lessons = Table(
    "lessons",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("application", ForeignKey("applications.id", ondelete="CASCADE"), nullable=False, unique=True),
    Column("at", Moment, nullable=False),
    Column("stage", String, nullable=False, server_default=""),
    Column("reason_written", Text, nullable=False, server_default=""),
    Column("reason_guessed", Text, nullable=False, server_default=""),
    Column("went_well", Text, nullable=False, server_default=""),
    Column("answer_better", Text, nullable=False, server_default=""),
    Column("was_a_match", Text, nullable=False, server_default=""),
    Column("stay_in_touch", Text, nullable=False, server_default=""),
    Column("change_next", Text, nullable=False, server_default=""),
)

contact_notes = Table(
    "contact_notes",
    metadata,
    Column("contact", String, primary_key=True),
    Column("note", Text, nullable=False, server_default=""),
    Column("next_on", Date),
    Column("reason", Text, nullable=False, server_default=""),
    Column("snoozed_until", Date),
    Column("dropped", Boolean, nullable=False, server_default="0"),
)
"""What the person noted about somebody, by address, so that it outlives the row in ``contacts``."""

bodies = Table(
    "bodies",
    metadata,
    Column("message", ForeignKey("messages.id", ondelete="CASCADE"), primary_key=True),
    Column("html", LargeBinary, nullable=False),
)
"""The HTML of mails, compressed; shown only cleaned."""

page_keys = Table(
    "page_keys",
    metadata,
    Column("sha256", String, primary_key=True),
    Column("kind", String, nullable=False),
    Column("made", Moment, nullable=False),
    Column("expires", Moment, nullable=False),
    Column("used", Moment),
)
