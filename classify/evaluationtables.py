"""An evaluation as text for a terminal, about 90 columns wide."""

import textwrap

from classify.evaluation import Evaluation, Mistake
from classify.scores import LEAST_SUPPORT, Interval
from store.vocabulary import MESSAGE_TAGS

_WORST = 12
_WIDTH = 90


def render(evaluation: Evaluation) -> str:
    """All tables, the whole set first, then each language in short."""
    parts = [_headline(evaluation), _score_table(evaluation), _confusion_table(evaluation)]
    parts += [_language_table(evaluation), _reliability_table(evaluation), _curve_table(evaluation)]
    parts.append(_mistake_table(evaluation))
    return "\n\n".join(part for part in parts if part) + "\n"


def _headline(evaluation: Evaluation) -> str:
    rows = [
        ("macro-F1", evaluation.macro_f1),
        (f"macro-F1, tags with {LEAST_SUPPORT} mails or more", evaluation.macro_f1_supported),
        ("accuracy", evaluation.accuracy),
        ("coverage (not unsure)", evaluation.coverage),
        ("accuracy on what is covered", evaluation.covered_accuracy),
    ]
    lines = [f"{evaluation.mails} mails, model {evaluation.model}", ""]
    lines += [f"{name:<42}{_figure(each)}" for name, each in rows]
    lines.append(f"{'calibration error (ECE)':<42}{evaluation.calibration_error:6.3f}")
    return "\n".join([*lines, *_ordinary_lines(evaluation)])


def _ordinary_lines(evaluation: Evaluation) -> list[str]:
    """Wrong job tags for every thousand mails that are truly ``other``."""
    ordinary = evaluation.ordinary
    if not ordinary.mails:
        return []
    rows = [
        ("wrong job tags per 1,000 other mails", ordinary.wrong, ordinary.wrong_unsure),
        ("  of them rejection, invitation or offer", ordinary.grave, ordinary.grave_unsure),
    ]
    return [
        f"{name:<42}{ordinary.per_thousand(sure):6.1f}   and {ordinary.per_thousand(unsure):.1f} left to you"
        f"   ({sure} and {unsure} of {ordinary.mails})"
        for name, sure, unsure in rows
    ]


def _figure(each: Interval) -> str:
    return f"{each.value:6.3f}   [{each.low:.3f}, {each.high:.3f}]"


def _score_table(evaluation: Evaluation) -> str:
    lines = [f"{'tag':<18}{'precision':>10}{'recall':>10}{'F1':>10}{'95 % of F1':>18}{'support':>10}"]
    for score, span in zip(evaluation.scores, evaluation.f1, strict=True):
        figures = f"{score.precision:>10.3f}{score.recall:>10.3f}{score.f1:>10.3f}"
        between = f"[{span.low:.3f}, {span.high:.3f}]" if score.support else ""
        lines.append(f"{score.tag.value:<18}{figures}{between:>18}{score.support:>10}")
    return "\n".join(lines)


def _confusion_table(evaluation: Evaluation) -> str:
    short = [tag.value[:7] for tag in MESSAGE_TAGS]
    lines = ["true \\ given".ljust(18) + "".join(f"{name:>9}" for name in short)]
    for tag, row in zip(MESSAGE_TAGS, evaluation.confusion, strict=True):
        lines.append(f"{tag.value:<18}" + "".join(f"{count or '.':>9}" for count in row))
    return "\n".join(lines)


def _language_table(evaluation: Evaluation) -> str:
    """One line a language; F1 of each tag beside the figures of the whole."""
    if not evaluation.languages:
        return ""
    short = [tag.value[:7] for tag in MESSAGE_TAGS]
    lines = [f"{'language':<10}{'mails':>6}{'macro-F1':>10}{'sure':>7}{'right':>7}" + "".join(f"{s:>8}" for s in short)]
    for name, each in evaluation.languages:
        figures = f"{each.macro_f1.value:>10.3f}{each.coverage.value:>7.3f}{each.covered_accuracy.value:>7.3f}"
        per_tag = "".join(f"{score.f1:>8.3f}" if score.support else f"{'.':>8}" for score in each.scores)
        lines.append(f"{name:<10}{each.mails:>6}{figures}{per_tag}")
    return "\n".join(lines)


def _reliability_table(evaluation: Evaluation) -> str:
    lines = [f"{'certainty':<18}{'mails':>8}{'says':>10}{'is right':>10}"]
    for each in evaluation.bins:
        span = f"{each.low:.1f}-{each.high:.1f}"
        lines.append(f"{span:<18}{each.size:>8.0f}{each.confidence:>10.3f}{each.accuracy:>10.3f}")
    return "\n".join(lines)


def _curve_table(evaluation: Evaluation) -> str:
    lines = [f"{'threshold':<18}{'coverage':>10}{'accuracy':>10}"]
    lines += [f"{each.threshold:<18.2f}{each.coverage:>10.3f}{each.accuracy:>10.3f}" for each in evaluation.curve]
    return "\n".join(lines)


def _mistake_table(evaluation: Evaluation) -> str:
    if not evaluation.mistakes:
        return ""
    lines = [f"worst of {len(evaluation.mistakes)} mistakes"]
    for mistake in evaluation.mistakes[:_WORST]:
        lines += _mistake_lines(mistake)
    return "\n".join(lines)


def _mistake_lines(mistake: Mistake) -> list[str]:
    doubt = "  unsure" if mistake.unsure else ""
    names = f"{mistake.truth.value} tagged {mistake.given.value}"
    lines = [f"{mistake.id:<32}{names:<36}{mistake.confidence:6.2f}{doubt}"]
    for reason in mistake.reasons:
        lines += textwrap.wrap(reason, _WIDTH, initial_indent="    ", subsequent_indent="      ")
    return lines
