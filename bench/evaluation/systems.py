"""The systems side by side on one set of mails, and what more writing brings."""

from collections.abc import Callable, Mapping, Sequence

from bench.evaluation import baselines
from bench.evaluation.targets import Row
from bench.evaluation.voices import OURS, PLAIN, SHARES, Judged, thinned
from bench.evaluation.weighed import Weighed
from classify.corpus import Row as Mail
from classify.evaluation import verdicts_on
from classify.tagger import Tagger
from store.records import Verdict
from store.vocabulary import MESSAGE_TAGS, Tag

_TAGS = (Tag.REJECTION, Tag.INVITATION, Tag.ACKNOWLEDGEMENT, Tag.OUTREACH)


def side_by_side(mails: Sequence[Mail], judged: Judged) -> dict[str, tuple[Verdict, ...]]:
    """Verdicts on ``mails`` by system, the simplest first; ``judged`` brings those that are fitted."""
    systems: dict[str, tuple[Verdict, ...]] = {
        "“unfortunately” alone": baselines.unfortunately(mails),
        "key phrases": baselines.key_phrases(mails),
        "our cue rules, no model": verdicts_on(Tagger.from_rules(), mails),
        PLAIN: judged[PLAIN, 1.0],
    }
    for share in sorted(SHARES):
        name = OURS if share == 1.0 else f"{OURS}, {share:.0%} of the sentences"
        systems[name] = judged[OURS, share]
    return systems


def table(mails: Sequence[Mail], systems: Mapping[str, Sequence[Verdict]]) -> list[Row]:
    """One row a system: macro-F1, precision / recall / F1 of the tags, wrong job tags; however sure."""
    names = (tag.value for tag in _TAGS)
    rows: list[Row] = [("", "macro-F1", *names, "wrong job tags per 1,000 other mails")]
    for name, verdicts in systems.items():
        seen = Weighed.of(mails, verdicts)
        wrong = seen.wrong_per_thousand(MESSAGE_TAGS, only_sure=False)
        rows.append((name, f"{seen.macro_f1():.3f}", *(_triple(seen, tag) for tag in _TAGS), f"{wrong:.0f}"))
    return rows


def by_language(mails: Sequence[Mail], systems: Mapping[str, Sequence[Verdict]]) -> list[Row]:
    """Macro-F1 of the five tags of each system in each language."""
    languages = sorted({mail.language for mail in mails})
    rows: list[Row] = [("", *languages)]
    for name, verdicts in systems.items():
        rows.append((name, *(f"{_of(mails, verdicts, each).macro_f1():.3f}" for each in languages)))
    return rows


def learning(mails: Sequence[Mail], judged: Judged) -> list[Row]:
    """Per language: deciding sentences that were learnt from and macro-F1, for each share of the writing."""
    rows: list[Row] = [("", *(f"{share:.0%}" for share in sorted(SHARES)), "gain of the last half")]
    for language in sorted({mail.language for mail in mails}):
        here = [mail for mail in mails if mail.language == language]
        found = {share: _of(mails, judged[OURS, share], language).macro_f1() for share in SHARES}
        cells = (f"{found[share]:.3f} ({_sentences(here, share)} sentences)" for share in sorted(SHARES))
        rows.append((language, *cells, f"{found[1.0] - found[0.5]:+.3f}"))
    return rows


def gains_on(mails: Sequence[Mail], judged: Judged) -> Row:
    """The same in one row for an evaluation file."""
    found = {share: Weighed.of(mails, judged[OURS, share]).macro_f1() for share in SHARES}
    cells = (f"{found[share]:.3f}" for share in sorted(SHARES))
    return ("evaluation file", *cells, f"{found[1.0] - found[0.5]:+.3f}")


def _sentences(mails: Sequence[Mail], share: float) -> int:
    return len({mail.deciding for mail in thinned(mails, share)})


def chosen(mails: Sequence[Mail], verdicts: Sequence[Verdict], of: Callable[[Mail], bool]) -> Weighed:
    """The figures on those of ``mails`` for which ``of`` holds."""
    pairs = [(mail, verdict) for mail, verdict in zip(mails, verdicts, strict=True) if of(mail)]
    return Weighed.of([mail for mail, _ in pairs], [verdict for _, verdict in pairs])


def _of(mails: Sequence[Mail], verdicts: Sequence[Verdict], language: str) -> Weighed:
    return chosen(mails, verdicts, lambda mail: mail.language == language)


def _triple(seen: Weighed, tag: Tag) -> str:
    if not seen.support(tag):
        return "none there"
    return f"{seen.precision(tag):.2f} / {seen.recall(tag):.2f} / {seen.f1(tag):.2f}"
