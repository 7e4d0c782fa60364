"""The tagger that serves: with the person's own model where one is chosen, else the shipped one, else rules alone."""

from dataclasses import replace

from classify.modelfile import load, shipped_model_path
from classify.ownmodels import SHIPPED, OwnModels
from classify.tagger import Tagger
from store.errors import ModelFileError


def chosen_tagger(own_models: OwnModels, unsure_below: float | None, problems: list[str]) -> Tagger:
    """The best there is; why a model could not be used joins ``problems``, one sentence each.

    A model file that is refused is told on every use and never removed.
    """
    try:
        chosen = own_models.chosen
        if chosen != SHIPPED:
            return Tagger(own_models.load(chosen), unsure_below=unsure_below)
    except ModelFileError as error:
        serves = "meanwhile the shipped model serves"
        problems.append(f"{str(error).removesuffix('.')}; {serves}.")
    try:
        return Tagger(load(shipped_model_path()), unsure_below=unsure_below)
    except ModelFileError as error:
        problems.append(str(error))
    return replace(Tagger.from_rules(), unsure_below=unsure_below)
