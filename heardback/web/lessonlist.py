"""What was noted after rejections, as a list: by stage and reason, with what was not noted yet and one's own words.

Pure. Nothing is read into the words: those that come back are shown as they were written, and no more is said of them.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from heardback.web.choosing import plain
from respond.glances import Glance
from store.noted import Lesson
from store.vocabulary import RejectionReason, Stage

COMES_BACK = 3
"""In how many notes a word stands before it is shown as one that comes back."""
MOST_WORDS = 12
OFFERED = 5
"""Rejections without a note that are offered before "show all"."""
_SHORTEST = 4
_WORD = re.compile(r"[^\W\d_][\w'’-]*[^\W_]")
_OWN = ("reason_guessed", "went_well", "answer_better", "change_next")
"""The fields of a lesson that are in the person's own words; the other two answer a question with a yes or a name."""
_SAYS_LITTLE = frozenset(
    "interview application applications role roles call question questions answer answers next time company "
    "bewerbung gespraech gesprach stelle frage fragen entretien candidature poste question entrevista puesto pregunta "
    "please thank thanks what when they your have that this been will with you're they're "
    "about after again also always asked because been before being could didn does doing done down each even every "
    "from have having into just less like luck made make many maybe more most much need next none once only other over "
    "really said same should some something still such than that their them then there these they thing things this "
    "those though time timing very want wanted well went were what when where which while will with without would your "
    "aber alles auch beim dann dass diese durch eine einen einer etwas habe hatte immer kein keine mehr nach nicht "
    "noch oder ohne schon sehr sein sich sind uber viel vielleicht ware weil wenn werden wieder wird wurde zwischen "
    "aussi avec avoir bien cela cette comme dans deja encore etre fait leur mais meme moins nous parce pendant peut "
    "plus pour quand sans sont sous tout toujours tres vous "
    "algo antes aunque cada como cuando desde donde ella entre era esta este estos hasta menos mucho muy nada para "
    "pero porque pues sobre solo tambien tanto tiene todo una vez".split()
)


@dataclass(frozen=True, slots=True)
class Note:
    """One lesson with the application it is about."""

    lesson: Lesson
    employer: str
    role: str
    reason: RejectionReason | None


@dataclass(frozen=True, slots=True)
class Unnoted:
    """A rejection without a note."""

    number: int
    employer: str
    role: str
    reached: Stage
    reason: RejectionReason | None
    at: datetime


@dataclass(frozen=True, slots=True)
class Returning:
    """A word of the person's own and in how many of their notes it stands."""

    word: str
    notes: int


@dataclass(frozen=True, slots=True)
class Lessons:
    """The whole page."""

    notes: tuple[Note, ...]
    known: int
    """Notes there are in all, whatever the filter."""
    unnoted: tuple[Unnoted, ...]
    returning: tuple[Returning, ...]


def lessons(
    kept: Sequence[Lesson],
    found: Mapping[int, Glance],
    *,
    stage: Stage | None = None,
    reason: RejectionReason | None = None,
) -> Lessons:
    """The notes of this stage and reason (None: of any), newest first, and the rejections without one."""
    notes = [_note(each, found.get(each.application)) for each in kept]
    shown = (
        each
        for each in notes
        if (stage is None or each.lesson.stage == stage) and (reason is None or each.reason is reason)
    )
    return Lessons(tuple(shown), len(notes), _unnoted(kept, found.values()), returning_words(kept))


def returning_words(kept: Iterable[Lesson]) -> tuple[Returning, ...]:
    """The person's own words that stand in three notes or more, most frequent first; each note counts once."""
    spelled: dict[str, Counter[str]] = defaultdict(Counter)
    held: Counter[str] = Counter()
    for lesson in kept:
        seen: set[str] = set()
        for word in _WORD.findall(" ".join(getattr(lesson, name) for name in _OWN)):
            bare = plain(word)
            if len(bare) >= _SHORTEST and bare not in _SAYS_LITTLE:
                spelled[bare][word] += 1
                seen.add(bare)
        held.update(seen)
    often = [(count, bare) for bare, count in held.items() if count >= COMES_BACK]
    often.sort(key=lambda one: (-one[0], one[1]))
    return tuple(Returning(spelled[bare].most_common(1)[0][0], count) for count, bare in often[:MOST_WORDS])


def _note(lesson: Lesson, glance: Glance | None) -> Note:
    if glance is None:
        return Note(lesson, "", "", None)
    application = glance.application
    return Note(lesson, application.company or application.agency, application.role, glance.state.rejection_reason)


def _unnoted(kept: Iterable[Lesson], found: Iterable[Glance]) -> tuple[Unnoted, ...]:
    """Rejections without a note, newest first."""
    noted = {each.application for each in kept}
    open_still = [
        Unnoted(
            each.application.id,
            each.application.company or each.application.agency,
            each.application.role,
            each.state.history.reached or Stage.APPLIED,
            each.state.rejection_reason,
            each.state.history.rejection.at,
        )
        for each in found
        if each.state.history.rejection is not None and each.application.id not in noted
    ]
    return tuple(sorted(open_still, key=lambda one: one.at, reverse=True))
