"""Which folder is the one for sent mail, which for drafts."""

import pytest

from ingest.foldernames import NAMES, FolderUse
from ingest.folders import find_drafts, find_sent, shows_others, use_of
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
        ("Skickat", "Utkast", "/"),
        ("INBOX.Sendt post", "INBOX.Kladder", "."),
        ("Sendte elementer", "Utkast", "/"),
        ("Lähetetyt", "Luonnokset", "/"),
        ("Odeslaná pošta", "Koncepty", "/"),
        ("Gönderilmiş Öğeler", "Taslaklar", "/"),
        ("[Gmail]/Отправленные", "[Gmail]/Черновики", "/"),
        ("Надіслані", "Чернетки", "/"),
        ("[Gmail]/送信済みメール", "[Gmail]/下書き", "/"),
        ("已发送", "草稿箱", "/"),
        ("寄件備份", "草稿", "/"),
        ("보낸편지함", "임시보관함", "/"),
        ("Mail/sent-mail", "Mail/drafts", "/"),
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


def test_accents_may_be_written_in_two_code_points() -> None:
    assert find_drafts(folders("INBOX", "Entwu\u0308rfe"), "") == "Entwu\u0308rfe"
    assert find_drafts(folders("INBOX", "Entwu\u0308rfe"), "Entwürfe") == "Entwu\u0308rfe"


def test_a_marked_folder_somebody_shares_comes_after_the_own_one() -> None:
    shared = Folder("Other Users/kim/Drafts", ("\\Drafts",), "/")
    own = Folder("INBOX/Entwürfe", ("\\Drafts",), "/")

    assert find_drafts((shared, own), "") == own.name


@pytest.mark.parametrize(
    ("name", "use"),
    [
        ("Papierkorb", FolderUse.TRASH),
        ("[Gmail]/Корзина", FolderUse.TRASH),
        ("迷惑メール", FolderUse.JUNK),
        ("INBOX/Courrier indésirable", FolderUse.JUNK),
        ("Arşiv", FolderUse.ARCHIVE),
        ("Later", None),
        ("INBOX", None),
    ],
)
def test_the_use_of_a_folder_is_told_by_its_name(name: str, use: FolderUse | None) -> None:
    assert use_of(Folder(name, (), "/")) is use


def test_the_use_of_a_folder_is_told_by_its_mark_first() -> None:
    assert use_of(Folder("Archive", ("\\HasNoChildren", "\\trash"), "/")) is FolderUse.TRASH
    assert shows_others(Folder("[Gmail]/All Mail", ("\\All",), "/"))
    assert not shows_others(Folder("Later", ("\\HasNoChildren",), "/"))


def test_no_name_stands_for_two_uses() -> None:
    faces = [name.casefold() for names in NAMES.values() for name in names]

    assert len(faces) == len(set(faces))
