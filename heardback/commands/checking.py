"""``doctor``: is all well?"""

from typing import Annotated

import typer

from heardback.options import house_of
from heardback.printing import as_json


def doctor(context: typer.Context, json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False) -> None:
    """Checks config, sign-in, folders, model, clock, disk and permissions, and says what to do."""
    from heardback.doctor import examine

    with house_of(context) as house:
        findings = []
        for finding in examine(house):
            findings.append(finding)
            if not json:
                typer.echo(f"{'ok ' if finding.is_well else 'NOT'}  {finding.what}: {finding.sentence}")
        if json:
            as_json([{"what": each.what, "ok": each.is_well, "sentence": each.sentence} for each in findings])
    if not all(finding.is_well for finding in findings):
        raise typer.Exit(1)
