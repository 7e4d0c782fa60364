"""What a round has to look at and what the last look saw, with the triggers that wake it; indexes that rounds use.

The triggers belong to tables of earlier migrations: one that makes such a table anew has to make them again.
"""

from alembic import op

revision = "3"
down_revision = "2"


def upgrade() -> None:
    for statement in _LOOKS:
        op.execute(statement)


_LOOKS = (
    """CREATE TABLE looks (
    application_id INTEGER NOT NULL,
    again FLOAT DEFAULT 0,
    seen FLOAT,
    reply_to VARCHAR DEFAULT '' NOT NULL,
    glance TEXT DEFAULT '' NOT NULL,
    PRIMARY KEY (application_id),
    FOREIGN KEY (application_id) REFERENCES applications (id) ON DELETE CASCADE
)""",
    """CREATE INDEX looks_by_again ON looks (again)""",
    """INSERT INTO looks (application_id) SELECT id FROM applications""",
    """CREATE INDEX messages_with_loose_text ON messages (application_id, text_dropped, date)
WHERE application_id IS NULL AND text_dropped = 0""",
    """CREATE INDEX contacts_by_met_through ON contacts (met_through)""",
    """CREATE INDEX no_drafts_by_application ON no_drafts (application_id)""",
    """CREATE TRIGGER look_at_new_application AFTER INSERT ON applications BEGIN
    INSERT INTO looks (application_id) VALUES (NEW.id) ON CONFLICT (application_id) DO UPDATE SET again = 0;
END""",
    """CREATE TRIGGER look_at_described_application AFTER UPDATE ON applications
WHEN (OLD.company, OLD.role, OLD.agency, OLD.country) IS NOT (NEW.company, NEW.role, NEW.agency, NEW.country) BEGIN
    UPDATE looks SET again = 0 WHERE application_id = NEW.id;
END""",
    """CREATE TRIGGER look_at_new_event AFTER INSERT ON events BEGIN
    UPDATE looks SET again = 0 WHERE application_id = NEW.application_id AND again IS NOT 0;
END""",
    """CREATE TRIGGER look_at_changed_event AFTER UPDATE ON events BEGIN
    UPDATE looks SET again = 0 WHERE application_id IN (OLD.application_id, NEW.application_id) AND again IS NOT 0;
END""",
    """CREATE TRIGGER look_at_removed_event AFTER DELETE ON events BEGIN
    UPDATE looks SET again = 0 WHERE application_id = OLD.application_id AND again IS NOT 0;
END""",
    """CREATE TRIGGER look_at_placed_message AFTER UPDATE OF application_id ON messages
WHEN OLD.application_id IS NOT NEW.application_id BEGIN
    UPDATE looks SET again = 0 WHERE application_id IN (OLD.application_id, NEW.application_id) AND again IS NOT 0;
END""",
    """CREATE TRIGGER look_at_judged_message AFTER UPDATE OF reading ON verdicts WHEN OLD.reading <> NEW.reading BEGIN
    UPDATE looks SET again = 0
    WHERE application_id = (SELECT application_id FROM messages WHERE id = NEW.message) AND again IS NOT 0;
END""",
    """CREATE TRIGGER look_at_waiting_draft AFTER UPDATE OF state, application_id ON drafts
WHEN NEW.state IN ('proposed', 'edited', 'approved', 'withdrawn')
AND (OLD.state NOT IN ('proposed', 'edited', 'approved') OR OLD.application_id IS NOT NEW.application_id
     OR NEW.state = 'withdrawn') BEGIN
    UPDATE looks SET again = 0 WHERE application_id = NEW.application_id AND again IS NOT 0;
END""",
    """CREATE TRIGGER look_at_noted_contact AFTER INSERT ON contact_notes BEGIN
    UPDATE looks SET again = 0 WHERE reply_to = NEW.contact;
END""",
    """CREATE TRIGGER look_at_changed_note AFTER UPDATE ON contact_notes BEGIN
    UPDATE looks SET again = 0 WHERE reply_to IN (OLD.contact, NEW.contact);
END""",
    """CREATE TRIGGER look_at_removed_note AFTER DELETE ON contact_notes BEGIN
    UPDATE looks SET again = 0 WHERE reply_to = OLD.contact;
END""",
    """CREATE TRIGGER look_at_all_in_new_phase AFTER INSERT ON search BEGIN
    UPDATE looks SET again = 0;
END""",
    """CREATE TRIGGER look_at_all_in_changed_phase AFTER UPDATE ON search BEGIN
    UPDATE looks SET again = 0;
END""",
    """CREATE TRIGGER look_at_all_without_phase AFTER DELETE ON search BEGIN
    UPDATE looks SET again = 0;
END""",
)
