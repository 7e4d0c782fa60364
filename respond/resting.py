"""What a paused or ended search changes in where an application stands: nothing is chased; what others ask for stays.

Pure. Stage, status and silence are facts about the other side and stay as they are.
"""

from dataclasses import replace
from datetime import date
from typing import assert_never

from classify.state import ApplicationState
from store.noted import Search
from store.vocabulary import DraftKind, NextAction, SearchPhase, Stage, Status

CHASES = frozenset({NextAction.FOLLOW_UP, NextAction.FINAL_FOLLOW_UP, NextAction.RECONNECT})
"""Steps the person would take of their own accord; the others answer somebody."""
CHASING_DRAFTS = frozenset({DraftKind.FOLLOW_UP_APPLICATION, DraftKind.FOLLOW_UP_INTERVIEW, DraftKind.FINAL_FOLLOW_UP})
WAITING = frozenset({Status.WAITING_ON_THEM, Status.SILENT})


def under_search(state: ApplicationState, application: int, search: Search) -> ApplicationState:
    """The state of an application under the state of the search."""
    match search.phase:
        case SearchPhase.ON:
            return state
        case SearchPhase.PAUSED:
            return _paused(state, search) if state.next_action in CHASES else state
        case SearchPhase.HIRED:
            return _taken(state) if application == search.application else _passed_over(state)
        case _:
            assert_never(search.phase)


def why_withdrawn(search: Search) -> str:
    """Why a follow-up that waited is withdrawn; an empty string where the search is not the reason."""
    match search.phase:
        case SearchPhase.ON:
            return ""
        case SearchPhase.PAUSED:
            return f"Your search is paused{_until(search.until)}; this comes back after that if it still fits."
        case SearchPhase.HIRED:
            return "Your search has ended, so nobody is chased any more."
        case _:
            assert_never(search.phase)


def search_words(search: Search) -> str:
    """The state of the search in a sentence; empty while it simply goes on."""
    match search.phase:
        case SearchPhase.ON:
            return ""
        case SearchPhase.PAUSED:
            return f"Your search is paused{_until(search.until)}: no follow-ups meanwhile."
        case SearchPhase.HIRED:
            return "Your search has ended with a job: no more follow-ups."
        case _:
            assert_never(search.phase)


def _paused(state: ApplicationState, search: Search) -> ApplicationState:
    since = f"No answer since {_day(state.silent_since)}; y" if state.silent_since else "Y"
    return _unhurried(
        replace(state, deadline=search.until),
        f"{since}our search is paused{_until(search.until)}, so nothing is to be sent.",
        "the pause of your search",
    )


def _taken(state: ApplicationState) -> ApplicationState:
    if state.next_action in CHASES or state.next_action is NextAction.NONE:
        return _unhurried(replace(state, deadline=None), "You took this job; congratulations.", "")
    if state.next_action is NextAction.REPLY_TO_OFFER:
        return replace(state, why="You took this job; congratulations. Your yes to them is yours to write.")
    return state


def _passed_over(state: ApplicationState) -> ApplicationState:
    if state.stage is Stage.CLOSED:
        # A word again is for finding work; who was met on the way is among those to thank.
        return _unhurried(state, "You took another job.", "") if state.next_action in CHASES else state
    if state.interview_at is not None:
        return replace(state, why=f"{state.why} You took another job, so call it off in good time.")
    if state.status in WAITING and (state.next_action in CHASES or state.next_action is NextAction.NONE):
        why = "You took another job, so nobody is to be chased; a short withdrawal is kind, or close it."
        return _unhurried(replace(state, deadline=None), why, "")
    return replace(state, why=f"{state.why} You took another job, so a short no with thanks is enough.")


def _unhurried(state: ApplicationState, why: str, rests_on: str) -> ApplicationState:
    return replace(state, next_action=NextAction.NONE, why=why, deadline_rests_on=rests_on)


def _until(day: date | None) -> str:
    return f" until {_day(day)}" if day else ""


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
