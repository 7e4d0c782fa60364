"""``model``: the models there are, and which of them tags."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from heardback.options import house_of
from heardback.printing import as_json, say, table

if TYPE_CHECKING:
    from classify.modelfile import Card
    from heardback.wiring import House

app = typer.Typer(invoke_without_command=True, help="The models taught by your corrections, and the shipped one.")
Json = Annotated[bool, typer.Option("--json", help="Print JSON.")]


@app.callback()
def default(context: typer.Context) -> None:
    """The models taught by your corrections, and the shipped one."""
    if context.invoked_subcommand is None:
        _list(context, json=False)


@app.command(name="list")
def list_models(context: typer.Context, json: Json = False) -> None:
    """Lists the models: when they were made, from how many corrections, how well they do, and which one tags."""
    _list(context, json=json)


@app.command()
def use(
    context: typer.Context,
    version: Annotated[str, typer.Argument(help="A version that 'model list' shows, or shipped.", metavar="VERSION")],
) -> None:
    """Tags with another model from now on; only mail in doubt is judged again."""
    from classify.ownmodels import SHIPPED
    from heardback.learning import use as use_model

    with house_of(context, writes=True) as house:
        card, _ = _shipped()
        changed = use_model(house, SHIPPED if card and card.model == version else version)
        for problem in house.model_problems:
            say(problem)
        say(f"{house.tagger.version} tags from now on. {changed}")


def _list(context: typer.Context, *, json: bool) -> None:
    with house_of(context) as house:
        rows = [*_own_rows(house), _shipped_row(house)]
        if json:
            as_json(rows)
            return
        table(
            "",
            ("Version", "Made", "Corrections", "In use", "Macro-F1"),
            (
                (
                    row["version"],
                    row["made"][:10],
                    row["corrections"],
                    "yes" if row["in_use"] else "" if row["readable"] else "cannot be",
                    _in_short(row["scores"]),
                )
                for row in rows
            ),
        )
        for sentence in (row["problem"] or row["outcome"] for row in rows):
            if sentence:
                say(sentence)


def _own_rows(house: "House") -> list[dict[str, Any]]:
    return [_row(house, each.version, each.card, each.problem) for each in house.own_models.all()]


def _shipped_row(house: "House") -> dict[str, Any]:
    from classify.ownmodels import SHIPPED

    card, problem = _shipped()
    return _row(house, card.model if card else SHIPPED, card, problem)


def _shipped() -> "tuple[Card | None, str]":
    """The shipped model's card, or why it cannot be used."""
    from classify.modelfile import checked, shipped_model_path
    from store.errors import ModelFileError

    try:
        return checked(shipped_model_path())[0], ""
    except ModelFileError as error:
        return None, str(error)


def _row(house: "House", version: str, card: "Card | None", problem: str) -> dict[str, Any]:
    from classify.ownmodels import is_own

    return {
        "version": version,
        "origin": "own" if is_own(version) else "shipped",
        "made": card.made if card else "",
        "corrections": len(card.learnt) if card else None,
        "scores": {language: dict(scores) for language, scores in card.scores.items()} if card else {},
        "in_use": card is not None and house.tagger.version == version,
        "readable": card is not None,
        "problem": problem,
        "outcome": card.outcome if card else "",
    }


def _in_short(scores: dict[str, dict[str, float]]) -> str:
    return ", ".join(f"{language} {each['macro_f1']:.2f}" for language, each in sorted(scores.items()))
