"""A draft that was changed here and in the mail program lies there in two texts; the person sends the one they like."""

from collections.abc import Iterator

import pytest

from store.vocabulary import DraftState
from tests.faults.grounds import Grounds
from tests.faults.weeks import Weeks


@pytest.fixture
def weeks(grounds: Grounds) -> Iterator[Weeks]:
    """A person with one draft, which lies in Drafts in two texts."""
    lived = Weeks(grounds)
    lived.arrives(0, False)
    lived.poll()
    lived.edits_there(0)
    lived.edits(0)
    lived.poll()
    yield lived
    lived.end()


@pytest.mark.parametrize("which", [0, 1], ids=["theirs", "heardback's"])
def test_whichever_they_send_the_draft_counts_as_sent_and_is_not_sent_again(weeks: Weeks, which: int) -> None:
    assert sum(weeks.sam.ids_in("Drafts").values()) == 2
    weeks.sends_by_hand(which)
    weeks.poll()

    assert [draft.state for draft in weeks.sam.drafts()] == [DraftState.SENT]
    weeks.send()
    assert weeks.sam.sent() == []
    assert weeks.wrong() == []
    assert weeks.wrong_in_the_end() == []
