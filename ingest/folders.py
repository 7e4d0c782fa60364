"""Which folder holds sent mail and which the drafts: SPECIAL-USE (RFC 6154) first, then the usual names."""

from collections.abc import Sequence

from ingest.ports import Folder
from store.errors import FolderMissing

SENT_NAMES: tuple[str, ...] = (
    *("Sent", "Sent Mail", "Sent Messages", "Sent Items", "Sent-Mail"),
    *("Gesendet", "Gesendete Objekte", "Gesendete Elemente", "Gesendete Nachrichten", "Postausgang gesendet"),
    *("Envoyés", "Messages envoyés", "Éléments envoyés", "Courrier envoyé", "Objets envoyés"),
    *("Enviados", "Correo enviado", "Elementos enviados", "Mensajes enviados"),
    *("Inviati", "Posta inviata", "Messaggi inviati", "Inviata"),
    *("Mensagens enviadas", "Itens enviados", "E-mails enviados", "E-mail enviado", "Correio enviado"),
    *("Verzonden", "Verzonden items", "Verzonden berichten", "Verzonden objecten"),
    *("Wysłane", "Elementy wysłane", "Wiadomości wysłane"),
)
"""Names mail programs and providers give the folder: English, German, French, Spanish, Italian, Portuguese, Dutch,
Polish; the likelier one first."""

DRAFTS_NAMES: tuple[str, ...] = (
    *("Drafts", "Draft"),
    *("Entwürfe", "Entwurf"),
    *("Brouillons", "Brouillon"),
    *("Borradores", "Borrador"),
    *("Bozze", "Bozza"),
    *("Rascunhos", "Rascunho"),
    *("Concepten", "Concept"),
    *("Wersje robocze", "Kopie robocze", "Szkice", "Robocze"),
)

ROOTS: tuple[str, ...] = ("INBOX", "[Gmail]", "[Google Mail]")
"""Folders under which some servers put all others."""


def find_sent(folders: Sequence[Folder], named: str) -> str | None:
    """The folder of sent mail; ``named`` is the person's own choice, or empty.

    Raises:
        FolderMissing: ``named`` is not among the folders.
    """
    return _find(folders, named, "sent_folder", "\\Sent", SENT_NAMES)


def find_drafts(folders: Sequence[Folder], named: str) -> str | None:
    """The folder of drafts; ``named`` is the person's own choice, or empty.

    Raises:
        FolderMissing: ``named`` is not among the folders.
    """
    return _find(folders, named, "drafts_folder", "\\Drafts", DRAFTS_NAMES)


def missing(named: str, folders: Sequence[Folder], key: str) -> FolderMissing:
    """The error that says which folders there are instead of ``named``; ``key`` is the setting to change."""
    names = ", ".join(f"“{folder.name}”" for folder in folders) or "none at all"
    return FolderMissing(f"There is no folder “{named}” in this mailbox; set {key} to one of those it has: {names}.")


def _find(folders: Sequence[Folder], named: str, key: str, use: str, usual: tuple[str, ...]) -> str | None:
    if named:
        if any(folder.name == named for folder in folders):
            return named
        raise missing(named, folders, key)
    return _by_use(folders, use) or _by_name(folders, usual)


def _by_use(folders: Sequence[Folder], use: str) -> str | None:
    marked = (folder.name for folder in folders if use.casefold() in map(str.casefold, folder.attributes))
    return next(marked, None)


def _by_name(folders: Sequence[Folder], usual: tuple[str, ...]) -> str | None:
    own_names = {_own_name(folder).casefold(): folder.name for folder in reversed(folders)}
    return next((own_names[name.casefold()] for name in usual if name.casefold() in own_names), None)


def _own_name(folder: Folder) -> str:
    """The name without the root that some servers put before every folder: ``INBOX.Sent`` is ``Sent``."""
    root, delimiter, rest = folder.name.partition(folder.delimiter) if folder.delimiter else (folder.name, "", "")
    if delimiter and root.casefold() in (name.casefold() for name in ROOTS):
        return rest
    return folder.name
