"""What is still missing in a draft."""

from store.noted import Draft


def open_gaps(draft: Draft) -> tuple[str, ...]:
    """The places only the person can fill and has not yet, however a mail program wrapped the lines they stand in."""
    body = " ".join(draft.body.split())
    return tuple(gap for gap in draft.gaps if " ".join(gap.split()) in body)
