"""What is left for later: it rests with its whole matter, and comes back on a morning."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from heardback.web.desk import Desk
from heardback.web.drafting import later_moment
from store.errors import UserError
from store.vocabulary import DraftKind
from tests.web.drafts import now, of_kind
from tests.web.person import Person


def test_what_is_put_off_rests_until_its_morning(desk: Desk, client: Person) -> None:
    draft = of_kind(desk.house, DraftKind.INVITATION_REPLY)

    page = client.after(client.press(f"/drafts/{draft.id}/later", {"when": "tomorrow"}))

    until = now(desk.house, draft).later_until
    assert until is not None
    assert f"{until.astimezone(desk.zone):%H:%M}" == "08:00"
    assert "Put off until tomorrow, 08:00" in page
    assert "Sunniva Marlowe" in page.partition('id="later"')[2]
    assert f'id="application-{draft.application_id}"' not in page  # the whole matter rests

    page = client.after(client.press(f"/drafts/{draft.id}/now"))
    assert f'id="application-{draft.application_id}"' in page
    assert now(desk.house, draft).later_until is None


@pytest.mark.parametrize(("when", "day"), [("tomorrow", 12), ("three-days", 14), ("next-week", 18)])
def test_later_is_a_morning(when: str, day: int) -> None:
    local = datetime(2026, 5, 11, 15, tzinfo=ZoneInfo("Europe/London"))  # a Monday

    assert later_moment(when, local) == datetime(2026, 5, day, 7, tzinfo=UTC)


def test_later_needs_a_day() -> None:
    with pytest.raises(UserError):
        later_moment("some day", datetime(2026, 5, 11, tzinfo=UTC))
