"""``train`` and ``evaluate``: the tagger's own upkeep."""

from pathlib import Path
from typing import Annotated

import typer

from heardback.options import house_of
from heardback.printing import as_json, say


def train(
    context: typer.Context,
    corpus_only: Annotated[
        bool,
        typer.Option("--corpus-only", help="Train on the written corpus alone and write models/ (for developers)."),
    ] = False,
) -> None:
    """Fits a tagger on the written corpus and your corrections."""
    from classify.modelfile import shipped_model_path
    from classify.personal import train_personal
    from classify.training import train_shipped
    from heardback.wiring import OWN_MODEL

    corpus = shipped_model_path().parent / "corpus"
    if corpus_only:
        card = train_shipped(corpus, shipped_model_path())
        say(f"{shipped_model_path()} is trained on {sum(card.counts.values())} mails ({card.size / 1e6:.2f} MB).")
        return
    with house_of(context, writes=True) as house:
        with house.database.reading() as transaction:
            corrected = transaction.mail.corrected()
        card = train_personal(corpus, corrected, house.data / OWN_MODEL)
        say(f"Your own tagger is trained, with {len(corrected)} of your corrections ({card.size / 1e6:.2f} MB).")


def evaluate(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(help="Rows of tagged mail, as .jsonl.", metavar="FILE.jsonl")],
    json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Measures the tagger on mails whose tag is known."""
    from classify.evaluation import evaluate_file, render
    from classify.figures import figures

    with house_of(context) as house:
        result = evaluate_file(house.tagger, file)
        for problem in house.model_problems:
            say(problem)
        if json:
            as_json([figures(result)])
        else:
            typer.echo(render(result))
