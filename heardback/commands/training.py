"""``train`` and ``evaluate``: the tagger's own upkeep."""

import os
from pathlib import Path
from typing import Annotated

import typer

from heardback.options import house_of
from heardback.printing import as_json, say, show_text

LOWEST_PRIORITY = 19
"""What is added to the priority's number (POSIX ``nice``): only what nobody else wants is left to it."""


def train(
    context: typer.Context,
    corpus_only: Annotated[
        bool,
        typer.Option("--corpus-only", help="Train on the written corpus alone and write models/ (for developers)."),
    ] = False,
    background: Annotated[
        bool, typer.Option("--background", help="Leave the computer to everything else meanwhile.")
    ] = False,
) -> None:
    """Learns from your corrections; the new model is used only if it proves better on mail it has not seen."""
    from classify.modelfile import shipped_model_path
    from classify.training import train_shipped
    from heardback.learning import corpus_folder, learn

    if background:
        os.nice(LOWEST_PRIORITY)
    if corpus_only:
        card = train_shipped(corpus_folder(), shipped_model_path())
        say(f"{shipped_model_path()} is trained on {sum(card.counts.values())} mails ({card.size / 1e6:.2f} MB).")
        return
    with house_of(context, writes=True) as house:
        house.tagger  # noqa: B018 - a model that is refused is told before another is fitted
        for problem in house.model_problems:
            say(problem)
        say(learn(house))


def evaluate(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(help="Rows of tagged mail, as .jsonl.", metavar="FILE.jsonl")],
    json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Measures the tagger on mails whose tag is known."""
    from classify.evaluation import evaluate_file
    from classify.evaluationtables import render
    from classify.figures import figures

    with house_of(context) as house:
        result = evaluate_file(house.tagger, file)
        for problem in house.model_problems:
            say(problem)
        if json:
            as_json([figures(result)])
        else:
            show_text(render(result))
