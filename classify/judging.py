"""Whether a candidate model is better than the one in use: on corrections and on written voices neither has seen."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from classify.corpus import Row
from classify.model import Vector
from classify.scores import macro_f1, scores_of
from store.vocabulary import MESSAGE_TAGS, Tag

LEAST_GAIN = 1.0
"""Held-out conversations it must read right beyond the model in use: less than a whole one is a mail among several."""
MOST_MACRO_LOSS = 0.005
"""Macro-F1 on written voices that is no loss yet: the same corpus under another seed moved it by .004 (en, de)."""
MOST_PRECISION_LOSS = 0.01
"""The same for the precision of rejections, which close applications; another seed moved it by .01 (de), .002 (en)."""
_ALMOST = 1e-9
_REJECTION = MESSAGE_TAGS.index(Tag.REJECTION)


@dataclass(frozen=True, slots=True, eq=False)
class Answers:
    """What fits without a mail's voice made of it: (mails × tags) ``probabilities`` and the ``truth``.

    ``whole`` tells the mails seen as they arrived from those seen as a bare body.
    """

    rows: tuple[Row, ...]
    whole: NDArray[np.bool_]
    probabilities: Vector
    truth: NDArray[np.intp]


@dataclass(frozen=True, slots=True)
class Result:
    """How one model did: conversations read right, the log-loss on them, and, by language, the written voices."""

    right: float
    loss: float
    macro_f1: Mapping[str, float] = field(hash=False)
    rejection_precision: Mapping[str, float] = field(hash=False)


@dataclass(frozen=True, slots=True)
class Judgement:
    """How both models did on the same held-out mails, ``conversations`` corrected conversations among them."""

    conversations: int
    before: Result
    after: Result

    @property
    def wins(self) -> bool:
        """On corrections: more conversations right, and the surer of it, lest one lucky guess decides."""
        return self._gains and self.after.loss < self.before.loss

    @property
    def _gains(self) -> bool:
        return self.after.right - self.before.right >= LEAST_GAIN - _ALMOST

    @property
    def losses(self) -> tuple[str, ...]:
        """Where it does worse on written voices, one phrase each."""
        return (
            *_lost("macro-F1", self.before.macro_f1, self.after.macro_f1, MOST_MACRO_LOSS),
            *_lost(
                "precision of rejections",
                self.before.rejection_precision,
                self.after.rejection_precision,
                MOST_PRECISION_LOSS,
            ),
        )

    @property
    def takes_over(self) -> bool:
        """Only what wins on corrections and loses nothing on written voices is used."""
        return self.wins and not self.losses

    def sentence(self, version: str) -> str:
        """What became of the candidate ``version``, and why."""
        corrected = (
            f"of {_counted(self.conversations)} it had not seen it reads {_short(self.after.right)} right, "
            f"the model in use {_short(self.before.right)}"
        )
        if self.takes_over:
            return f"{version} takes over: {corrected}, and it is no worse on the written mails."
        if not self.wins:
            doubt = ", but its probabilities fit them less well" if self._gains else ""
            return f"{version} is kept but not used, for it won too little: {corrected}{doubt}."
        lost = "; ".join(self.losses)
        return f"{version} is kept but not used: {corrected}, but it loses on the written mails ({lost})."


def judge(before: Mapping[str, Answers], after: Mapping[str, Answers]) -> Judgement:
    """Compares two models by their answers, language by language, to the same mails."""
    right_before, loss_before = _conversations(before.values())
    right_after, loss_after = _conversations(after.values())
    return Judgement(
        conversations=len(right_after),
        before=_result(right_before, loss_before, before),
        after=_result(right_after, loss_after, after),
    )


def _result(right: Mapping[str, float], loss: Mapping[str, float], answers: Mapping[str, Answers]) -> Result:
    given = {language: _written(each) for language, each in answers.items()}
    scores = {language: scores_of(each[0], each[1]) for language, each in given.items()}
    return Result(
        right=sum(right.values()),
        loss=sum(loss.values()) / max(1, len(loss)),
        macro_f1={language: macro_f1(each) for language, each in scores.items()},
        rejection_precision={language: each[_REJECTION].precision for language, each in scores.items()},
    )


def _conversations(answers: Iterable[Answers]) -> tuple[dict[str, float], dict[str, float]]:
    """Share right and log-loss of each corrected conversation, over its mails: a flood from one sender counts once."""
    right: dict[str, list[float]] = {}
    loss: dict[str, list[float]] = {}
    for each in answers:
        for place in np.flatnonzero(each.whole):
            row, truth = each.rows[place], each.truth[place]
            if row.is_own:
                right.setdefault(row.voice, []).append(float(each.probabilities[place].argmax() == truth))
                loss.setdefault(row.voice, []).append(-float(np.log(max(each.probabilities[place, truth], 1e-12))))
    return _means(right), _means(loss)


def _means(values: Mapping[str, list[float]]) -> dict[str, float]:
    return {name: sum(each) / len(each) for name, each in values.items()}


def _written(answers: Answers) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """Tags given and true, of the written mails alone."""
    written = np.array([not row.is_own for row in answers.rows])
    given: NDArray[np.intp] = answers.probabilities[written].argmax(axis=1)
    return given, answers.truth[written]


def _lost(what: str, before: Mapping[str, float], after: Mapping[str, float], most: float) -> tuple[str, ...]:
    return tuple(
        f"{language} {what} {after[language]:.3f}, before {before[language]:.3f}"
        for language in sorted(before)
        if before[language] - after[language] > most + _ALMOST
    )


def _counted(conversations: int) -> str:
    return f"{conversations} corrected conversation{'s' if conversations != 1 else ''}"


def _short(number: float) -> str:
    return f"{number:.1f}".removesuffix(".0")
