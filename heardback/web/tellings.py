"""What a person is told after they changed something by hand, with the button that takes it back."""

from starlette.requests import Request
from starlette.responses import Response

from heardback.web.desk import desk_of
from heardback.web.notices import Undo
from heardback.web.routing import done
from store.changes import Entry


def told(request: Request, entry: Entry, *, to: str) -> Response:
    """Looks at what the change touched, so that drafts fit it at once, and says what was done."""
    if entry.id is None:
        return done(request, "Nothing has changed: it was so already.", to=to)
    desk_of(request).house.rounds.draft()
    return done(request, entry.words, to=to, undo=Undo(f"/changes/{entry.id}/undo", "Take it back"))
