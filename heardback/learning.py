"""Learning from corrections: when it is due, and what becomes of the model that comes of it."""

from collections.abc import Collection
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from heardback.rejudging import rejudge
from store.errors import ModelFileError

if TYPE_CHECKING:
    from classify.model import TaggerModel
    from classify.personal import Candidate
    from heardback.wiring import House

# Training is imported inside the functions: the service asks often whether it is due, and hardly ever trains.

ENOUGH = 5
"""New corrections before a training is worth its minute (our assumption)."""
AT_MOST_EVERY = timedelta(days=1)
_BEGAN, _THROUGH = "learning_began", "learnt_through"
NOTHING_YET = "There is nothing to learn yet: correct tags with 'heardback review correct', then train again."


def is_due(now: datetime, began: datetime | None, new_corrections: int) -> bool:
    """Whether to train: enough was corrected since the last training, and none began within the day.

    A beginning in the future was written by a clock that was wrong, and hinders nothing.
    """
    rested = began is None or not timedelta(0) <= now - began < AT_MOST_EVERY
    return rested and new_corrections >= ENOUGH


def claim(house: "House") -> bool:
    """Decides from the store whether training is due, and if so claims it: one that fails is tried again in a day."""
    now = house.clock.now()
    with house.database.transaction() as transaction:
        began = transaction.digests.fact(_BEGAN)
        new = transaction.mail.corrected_after(int(transaction.digests.fact(_THROUGH) or 0))
        due = is_due(now, datetime.fromisoformat(began) if began else None, new)
        if due:
            transaction.digests.set_fact(_BEGAN, now.isoformat())
    return due


def corpus_folder() -> Path:
    """Where the written corpus lies, beside the shipped model."""
    from classify.modelfile import shipped_model_path

    return shipped_model_path().parent / "corpus"


def learn(house: "House", corpus: Path | None = None) -> str:
    """Trains a candidate on the corpus and the corrections; returns in a sentence what became of it, and why.

    It takes over only if it wins against the model in use, and then judges doubtful mail again. Raises ``UserError``
    where the corpus cannot be used.
    """
    from classify.corpus import read_corpus
    from classify.lessons import lessons_of
    from classify.personal import fit_candidate

    with house.database.reading() as transaction:
        corrected = transaction.mail.corrected()
        threads = transaction.mail.threads([stored.id for stored in corrected])
        through = transaction.mail.last_correction()
    written = read_corpus(corpus or corpus_folder())
    languages = {row.language for row in written}
    lessons = tuple(row for row in lessons_of(corrected, threads, _shipped()) if row.language in languages)
    learnt = _learnt_in_use(house)
    if not lessons:
        said = NOTHING_YET
    elif {lesson.id for lesson in lessons} <= set(learnt):
        said = f"There is nothing new to learn: {house.tagger.version} was taught all of your corrections already."
    else:
        began = house.clock.now()
        with house.database.transaction() as transaction:
            transaction.digests.set_fact(_BEGAN, began.isoformat())
        said = _kept(house, fit_candidate(written, lessons, learnt, made=began.replace(microsecond=0)))
    with house.database.transaction() as transaction:
        transaction.digests.set_fact(_THROUGH, str(through))
    return said


def _kept(house: "House", candidate: "Candidate") -> str:
    """Keeps the candidate's file, and uses it if it won against the model that is still in use."""
    rival = house.tagger.version
    house.own_models.keep(candidate.model, candidate.card)
    house.renew_tagger()
    if not candidate.judgement.takes_over:
        return candidate.card.outcome
    if house.tagger.version != rival:
        return f"{candidate.model.version} is kept but not used, for another model was chosen while it was trained."
    return f"{candidate.card.outcome} {use(house, candidate.model.version)}"


def use(house: "House", version: str) -> str:
    """Chooses a model, judges doubtful mail again, and says what that changed.

    Raises ``UserError`` for a name that no model has, ``ModelFileError`` for a model that cannot be used.
    """
    house.own_models.choose(version)
    house.renew_tagger()
    changed = rejudge(house)
    mails = f"{changed} doubtful mail{'s' if changed != 1 else ''}"
    return f"It reads {mails} differently now." if changed else "No doubtful mail is read differently by it."


def _learnt_in_use(house: "House") -> Collection[str]:
    """The corrections that the model in use was taught: none, where it is the shipped one."""
    from classify.ownmodels import is_own

    version = house.tagger.version
    return house.own_models.card(version).learnt if is_own(version) else ()


def _shipped() -> "TaggerModel | None":
    from classify.modelfile import load, shipped_model_path

    try:
        return load(shipped_model_path())
    except ModelFileError:
        # It only points out sentences; the house tells on its own that the file cannot be used.
        return None
