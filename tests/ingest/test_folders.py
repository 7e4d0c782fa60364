"""Which folder is the one for sent mail, which for drafts."""

import pytest

from ingest.folders import find_drafts, find_sent
from ingest.ports import Folder
from store.errors import FolderMissing


def folders(*names: str, delimiter: str = "/", **uses: str) -> tuple[Folder, ...]:
    plain = tuple(Folder(name, ("\\HasNoChildren",), delimiter) for name in names)
    return (*plain, *(Folder(name, (f"\\{use}",), delimiter) for name, use in uses.items()))


def test_what_the_server_marks_comes_before_any_name() -> None:
    listed = folders("Sent", "Drafts", Correspondence="Sent", Unfinished="drafts")

    assert find_sent(listed, "") == "Correspondence"
    assert find_drafts(listed, "") == "Unfinished"


@pytest.mark.parametrize(
    ("sent", "drafts", "delimiter"),
    [
        ("Sent", "Drafts", "/"),
        ("INBOX.Sent", "INBOX.Drafts", "."),
        ("INBOX/sent items", "INBOX/DRAFTS", "/"),
        ("[Gmail]/Sent Mail", "[Gmail]/Drafts", "/"),
        ("[Google Mail]/Gesendet", "[Google Mail]/Entwürfe", "/"),
        ("Gesendete Elemente", "Entwürfe", "/"),
        ("Éléments envoyés", "Brouillons", "/"),
        ("Elementos enviados", "Borradores", "/"),
        ("Posta inviata", "Bozze", "/"),
        ("Itens enviados", "Rascunhos", "/"),
        ("Verzonden items", "Concepten", "/"),
        ("Elementy wysłane", "Wersje robocze", "/"),
    ],
)
def test_usual_names_are_known(sent: str, drafts: str, delimiter: str) -> None:
    listed = folders("INBOX", "Archive", sent, drafts, delimiter=delimiter)

    assert (find_sent(listed, ""), find_drafts(listed, "")) == (sent, drafts)


def test_a_folder_of_that_name_inside_another_is_not_taken() -> None:
    assert find_sent(folders("INBOX", "Archive/2019/Sent"), "") is None


def test_the_person_has_the_last_word() -> None:
    assert find_sent(folders("Sent", "Mine", Marked="Sent"), "Mine") == "Mine"


def test_a_named_folder_that_is_missing_is_said_with_those_that_exist() -> None:
    with pytest.raises(FolderMissing) as caught:
        find_drafts(folders("INBOX", "Entwürfe"), "Drafts")

    assert "“Drafts”" in str(caught.value)
    assert "drafts_folder" in str(caught.value)
    assert "“INBOX”, “Entwürfe”" in str(caught.value)
