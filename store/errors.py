"""The errors a person or a job can meet.

One root. ``UserError`` is a problem the person can mend: it is shown as one sentence with the remedy. A failing
outside thing is *passing* (worth another try, with growing delay) or *permanent* (never retried by itself): the type
says which.
"""


class HeardbackError(Exception):
    """Root of everything raised on purpose."""


class UserError(HeardbackError):
    """Something the person can put right.

    ``problems`` holds one sentence each, remedy included; the command line prints them and exits with 1.
    """

    def __init__(self, *problems: str) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems


class PassingError(HeardbackError):
    """An outside thing failed in a way that may be over soon: broken connection, busy server, time-out."""


class ConnectionsLimited(PassingError):
    """The server takes no further connection of this account at present: others of the person's programs hold them."""


class PermanentError(HeardbackError):
    """An outside thing refused for good; trying again without a change would be refused again."""


class SignInRefused(PermanentError):
    """The server said that user name and password do not fit. The account stops until the person acts."""


class MailboxFull(PermanentError):
    """The mailbox has no room left: nothing can be put into it until the person makes some."""


class FolderMissing(PermanentError):
    """The mailbox has no folder of that name."""


class DatabaseTooNew(UserError):
    """The store was written by a newer heardback."""


class ModelFileError(HeardbackError):
    """A model file is missing, damaged, tampered with or of another format; the message names which."""
