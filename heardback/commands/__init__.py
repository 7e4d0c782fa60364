"""One module a group of commands; each reads its options, asks the house, and prints. Deciding is done elsewhere."""

import typer

from heardback.commands import (
    applications,
    calendar,
    checking,
    contacts,
    digest,
    exporting,
    installing,
    keeping,
    lessons,
    models,
    paging,
    playing,
    polling,
    replies,
    reviewing,
    signing,
    starting,
    tagging,
    training,
)


def register(app: typer.Typer) -> None:
    """Hangs every command into the program, in the order ``--help`` shows them."""
    app.command(name="demo")(playing.demo)
    app.command(name="init")(starting.init)
    app.command(name="login")(signing.login)
    app.command(name="logout")(signing.logout)
    app.command(name="doctor")(checking.doctor)
    app.add_typer(checking.app, name="canary")
    app.command(name="health")(keeping.health)
    app.command(name="poll")(polling.poll)
    app.command(name="run")(polling.run)
    app.add_typer(installing.app, name="service")
    app.command(name="web")(paging.web)
    app.command(name="open")(paging.open_page)
    app.command(name="tag")(tagging.tag)
    app.command(name="import")(tagging.import_mails)
    app.add_typer(applications.app, name="applications")
    app.add_typer(reviewing.app, name="review")
    app.add_typer(replies.app, name="replies")
    app.add_typer(contacts.app, name="contacts")
    app.add_typer(lessons.app, name="lessons")
    app.command(name="calendar")(calendar.calendar)
    app.command(name="digest")(digest.digest)
    app.command(name="export")(exporting.export)
    app.command(name="backup")(keeping.backup)
    app.command(name="restore")(keeping.restore)
    app.command(name="erase")(keeping.erase)
    app.command(name="train")(training.train)
    app.add_typer(models.app, name="model")
    app.command(name="evaluate")(training.evaluate)
