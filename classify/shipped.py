"""Where the model that came with heardback lies, and what it is called: without anything that could score with it."""

import json
from pathlib import Path

RULES_ALONE = "rules alone"


def shipped_model_path() -> Path:
    """The model file: in the wheel inside this package, in a checkout in ``models/``."""
    packed = Path(__file__).parent / "_models" / "tagger.joblib"
    return packed if packed.exists() else Path(__file__).parents[1] / "models" / "tagger.joblib"


def shipped_model_name() -> str:
    """The name in its card, or ``RULES_ALONE`` where there is none to read."""
    try:
        card = json.loads(shipped_model_path().with_suffix(".json").read_text(encoding="utf-8"))
        return str(card["model"])
    except (OSError, ValueError, KeyError, TypeError):
        return RULES_ALONE
