"""``make evaluate``: measures the tagger, prints every table, and writes them with two plots beside the model."""

import argparse
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from bench import tagging
from bench.evaluation import around, card, plots, systems, targets
from bench.evaluation.targets import Row
from bench.evaluation.voices import FOLDS, OURS, PLAIN, Judged, corpus, judge
from bench.evaluation.weighed import Weighed, as_real_mail
from classify.calibration import ASKING, COSTS
from classify.corpus import Row as Mail
from classify.corpus import read_rows
from classify.evaluation import verdicts_on
from classify.model import TaggerModel
from classify.modelfile import load, shipped_model_path
from classify.tagger import Tagger
from classify.training import train, version_of
from store.errors import HeardbackError
from store.vocabulary import MESSAGE_TAGS

MODELS = shipped_model_path().parent
README = MODELS / "README.md"
SECTIONS = ("tagger", "around", "costs")


def main(words: Sequence[str] | None = None) -> int:
    """Measures what is asked for; returns the exit code."""
    asked = argparse.ArgumentParser(prog="python -m bench.evaluate", description=__doc__)
    asked.add_argument("file", nargs="?", type=Path, help="rows of real tagged mail (.jsonl), where at hand")
    asked.add_argument("--only", choices=SECTIONS, action="append", help="one section; may be given several times")
    options = asked.parse_args(words)
    if options.file is not None and not options.file.exists():
        _tell(f"There is no evaluation file at {options.file}: the voices of the corpus alone are measured.")
        options.file = None
    start = time.monotonic()
    try:
        for section in options.only or SECTIONS:
            _SECTIONS[section](options.file)
    except HeardbackError as error:
        _tell(str(error))
        return 1
    _tell(f"Written into {README} after {time.monotonic() - start:.0f} s.")
    return 0


def _tagger(path: Path | None) -> None:
    mails = corpus()
    model = load(shipped_model_path())
    if model.version != version_of(mails):
        _tell("The model in models/ knows another corpus than the one here: this run measures one trained anew.")
        model = train(mails)
    _put("corpus", "What it was trained on", _counts(mails))
    _put("thresholds", "Costs and thresholds", _thresholds(model))
    on_voices, on_file = judge(path, _tell)
    real = tuple(read_rows(path)) if path is not None else ()
    if real:
        on_file[OURS, 1.0] = verdicts_on(Tagger(model), real)
    _targets(mails, on_voices, real, on_file)
    _side_by_side(mails, on_voices, real, on_file)
    _plots(mails, on_voices, real, on_file)


def _targets(mails: Sequence[Mail], on_voices: Judged, real: Sequence[Mail], on_file: Judged) -> None:
    verdicts = on_voices[OURS, 1.0]
    english = [at for at, mail in enumerate(mails) if mail.language == "en"]
    weights = as_real_mail(mails)
    listed, said = [mails[at] for at in english], [verdicts[at] for at in english]
    columns = [
        (f"English voices ({len(listed):,})", Weighed.of(listed, said)),
        ("the same, weighed as real mail", Weighed.of(listed, said, weights[english])),
    ]
    if real:
        columns.append((f"evaluation file ({len(real)})", Weighed.of(real, on_file[OURS, 1.0])))
    _put("targets", f"What it is held to; voices by {FOLDS}-fold, none seen by its judge", targets.table(columns))
    rows: list[Row] = [("", "voices", "weighed as real mail", "all seven tags", "unsure", "right on the rest", "ECE")]
    for language in sorted({mail.language for mail in mails}):
        here = [at for at, mail in enumerate(mails) if mail.language == language]
        plain = Weighed.of([mails[at] for at in here], [verdicts[at] for at in here])
        heavy = Weighed.of([mails[at] for at in here], [verdicts[at] for at in here], weights[here])
        macro = (targets.cell(targets.OTHER_LANGUAGES, each) for each in (plain, heavy))
        rest = (plain.macro_f1(MESSAGE_TAGS), plain.unsure(), plain.covered_accuracy(), plain.calibration_error())
        rows.append((f"{language} ({len(here):,})", *macro, *(f"{figure:.3f}" for figure in rest)))
    _put("languages", "Macro-F1 in each language (must .75, aim .88)", rows)


def _side_by_side(mails: Sequence[Mail], on_voices: Judged, real: Sequence[Mail], on_file: Judged) -> None:
    by_voice = systems.side_by_side(mails, on_voices)
    english = [at for at, mail in enumerate(mails) if mail.language == "en"]
    listed = [mails[at] for at in english]
    in_english = {name: [verdicts[at] for at in english] for name, verdicts in by_voice.items()}
    _put("systems-voices", "Side by side, English voices", systems.table(listed, in_english))
    _put(
        "systems-languages", "Macro-F1 of the five tags in each language, voices", systems.by_language(mails, by_voice)
    )
    learning = systems.learning(mails, on_voices)
    if real:
        on_real = systems.side_by_side(real, on_file)
        _put("systems-file", f"Side by side, evaluation file ({len(real)} mails)", systems.table(real, on_real))
        learning.append(systems.gains_on(real, on_file))
    _put("learning", "Is more writing still helping? Macro-F1 by share of the sentences", learning)


def _plots(mails: Sequence[Mail], on_voices: Judged, real: Sequence[Mail], on_file: Judged) -> None:
    sets = [("corpus voices", "a", Weighed.of(mails, on_voices[OURS, 1.0]))]
    curves = [(*sets[0], False), ("TF-IDF, voices", "a", Weighed.of(mails, on_voices[PLAIN, 1.0]), True)]
    if real:
        sets.append(("evaluation file", "b", Weighed.of(real, on_file[OURS, 1.0])))
        curves += [(*sets[1], False), ("TF-IDF, file", "b", Weighed.of(real, on_file[PLAIN, 1.0]), True)]
    (MODELS / "reliability.svg").write_text(plots.reliability_diagram(sets), encoding="utf-8")
    (MODELS / "risk-coverage.svg").write_text(plots.risk_coverage_plot(curves), encoding="utf-8")


def _around(path: Path | None) -> None:
    found = list(around.cases(corpus()))
    _put("around", "Around the tag, on the sets written for it: precision and recall", around.table(found))
    _put("around-corpus", "The same on what the corpus notes", around.corpus_table(found))
    _put("reasons", "Rejection reasons", around.reasons(found))


def _costs(path: Path | None) -> None:
    _put("costs", "On one core", [tagging.HEADING, *(gauge.cells for gauge in tagging.gauges())])


_SECTIONS = {"tagger": _tagger, "around": _around, "costs": _costs}


def _counts(mails: Sequence[Mail]) -> list[Row]:
    rows: list[Row] = [("", *(tag.value for tag in MESSAGE_TAGS), "mails", "voices", "deciding sentences")]
    for language in sorted({mail.language for mail in mails}):
        here = [mail for mail in mails if mail.language == language]
        counts = (str(sum(mail.tag is tag for mail in here)) for tag in MESSAGE_TAGS)
        voices, sentences = len({mail.voice for mail in here}), len({mail.deciding for mail in here})
        rows.append((language, *counts, f"{len(here):,}", str(voices), f"{sentences:,}"))
    return rows


def _thresholds(model: TaggerModel) -> list[Row]:
    rows: list[Row] = [("", "cost of a wrong one", "acted on from")]
    rows += [(tag.value, f"{COSTS[tag]:g}", f"{model.thresholds[tag]:.2f}") for tag in MESSAGE_TAGS]
    return [*rows, ("asking you", f"{ASKING:g}", "")]


def _put(name: str, title: str, rows: Sequence[Row]) -> None:
    """A table onto the terminal and into its place in the model card."""
    sys.stdout.write(f"\n{title}\n\n{card.plain(rows)}\n")
    sys.stdout.flush()
    card.write(README, name, card.markdown(rows))


def _tell(text: str) -> None:
    sys.stderr.write(f"{text}\n")
    sys.stderr.flush()


if __name__ == "__main__":
    sys.exit(main())
