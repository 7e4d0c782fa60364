"""What mail programs and providers call the folders with a use of their own, language by language.

English, German, French, Spanish, Italian, Portuguese, Dutch, Polish, Swedish, Danish, Norwegian, Finnish, Czech,
Turkish, Russian, Ukrainian, Japanese, Chinese, Korean; within each use the likelier name first. Servers with
SPECIAL-USE (RFC 6154) mark the folder, and no name is needed.
"""

from enum import StrEnum


class FolderUse(StrEnum):
    """What a folder is for; the values are the attributes of RFC 6154 §2."""

    DRAFTS = "\\Drafts"
    SENT = "\\Sent"
    JUNK = "\\Junk"
    TRASH = "\\Trash"
    ARCHIVE = "\\Archive"


DRAFTS_NAMES: tuple[str, ...] = (
    *("Drafts", "Draft"),
    *("Entwürfe", "Entwurf"),
    *("Brouillons", "Brouillon"),
    *("Borradores", "Borrador"),
    *("Bozze", "Bozza"),
    *("Rascunhos", "Rascunho"),
    *("Concepten", "Concept"),
    *("Wersje robocze", "Kopie robocze", "Szkice", "Robocze"),
    *("Utkast", "Kladder", "Kladde", "Udkast"),
    *("Luonnokset", "Luonnos"),
    *("Koncepty", "Rozepsané", "Rozepsané zprávy"),
    *("Taslaklar", "Taslak"),
    *("Черновики", "Чернетки"),
    *("下書き", "草稿", "草稿箱", "草稿夹", "草稿匣"),
    *("임시보관함", "임시 보관함", "임시 저장함", "초안"),
)

SENT_NAMES: tuple[str, ...] = (
    *("Sent", "Sent Mail", "Sent Messages", "Sent Items", "Sent-Mail"),
    *("Gesendet", "Gesendete Objekte", "Gesendete Elemente", "Gesendete Nachrichten", "Postausgang gesendet"),
    *("Envoyés", "Messages envoyés", "Éléments envoyés", "Courrier envoyé", "Objets envoyés"),
    *("Enviados", "Correo enviado", "Elementos enviados", "Mensajes enviados"),
    *("Inviati", "Posta inviata", "Messaggi inviati", "Inviata"),
    *("Mensagens enviadas", "Itens enviados", "E-mails enviados", "E-mail enviado", "Correio enviado"),
    *("Verzonden", "Verzonden items", "Verzonden berichten", "Verzonden objecten"),
    *("Wysłane", "Elementy wysłane", "Wiadomości wysłane"),
    *("Skickat", "Skickade", "Skickade objekt", "Skickade meddelanden"),
    *("Sendt", "Sendte", "Sendt post", "Sendte elementer", "Sendte mails", "Sendte meddelelser"),
    *("Sendt e-post", "Sendte meldinger"),
    *("Lähetetyt", "Lähetetyt viestit", "Lähetetyt kohteet", "Lähetetty"),
    *("Odeslané", "Odeslaná pošta", "Odeslané zprávy", "Odeslané položky"),
    *("Gönderilmiş Öğeler", "Gönderilenler", "Gönderilmiş Postalar", "Gönderilmiş", "Gönderilen"),
    *("Отправленные", "Отправленные элементы", "Надіслані", "Надіслані елементи", "Відправлені"),
    *("送信済み", "送信済みメール", "送信済みアイテム"),
    *("已发送", "已发送邮件", "已发邮件", "寄件備份", "已傳送", "已傳送郵件"),
    *("보낸편지함", "보낸 편지함", "보낸메일함", "보낸 메일함"),
)

JUNK_NAMES: tuple[str, ...] = (
    *("Junk", "Spam", "Junk E-mail", "Junk Email", "Bulk Mail"),
    *("Junk-E-Mail", "Spamverdacht", "Unerwünscht", "Unerwünschte Werbung"),
    *("Courrier indésirable", "Indésirables", "Pourriel"),
    *("Correo no deseado", "Correo basura", "No deseado"),
    *("Posta indesiderata", "Indesiderata"),
    *("Lixo eletrônico", "Lixo eletrónico", "E-mail não solicitado"),
    *("Ongewenste e-mail", "Ongewenst", "Ongewenste reclame"),
    *("Wiadomości-śmieci", "Wiadomości śmieci", "Niechciane"),
    *("Skräppost", "Uønsket mail", "Uønsket e-mail", "Uønsket post", "Søppelpost", "Uønsket e-post"),
    *("Roskaposti", "Roskapostit"),
    *("Nevyžádaná pošta", "Nevyžádané"),
    *("Gereksiz E-posta", "Önemsiz E-posta", "Gereksiz", "Önemsiz", "İstenmeyen"),
    *("Спам", "Нежелательная почта", "Небажана пошта"),
    *("迷惑メール", "垃圾邮件", "垃圾郵件"),
    *("스팸메일함", "스팸 편지함", "스팸함", "스팸", "정크 메일"),
)

TRASH_NAMES: tuple[str, ...] = (
    *("Trash", "Deleted Items", "Deleted Messages", "Deleted", "Bin"),
    *("Papierkorb", "Gelöschte Elemente", "Gelöschte Objekte", "Gelöschte Nachrichten", "Gelöscht"),
    *("Corbeille", "Éléments supprimés", "Messages supprimés", "Supprimés"),
    *("Papelera", "Elementos eliminados", "Mensajes eliminados", "Eliminados"),
    *("Cestino", "Posta eliminata", "Elementi eliminati", "Eliminata"),
    *("Lixeira", "Lixo", "Itens excluídos", "Itens eliminados", "Reciclagem"),
    *("Prullenbak", "Prullenmand", "Verwijderde items", "Verwijderd"),
    *("Kosz", "Elementy usunięte", "Usunięte"),
    *("Papperskorgen", "Papperskorg", "Borttaget", "Borttagna objekt"),
    *("Papirkurv", "Slettet post", "Slettede elementer", "Slettet", "Søppel"),
    *("Roskakori", "Poistetut", "Poistetut kohteet"),
    *("Koš", "Odstraněná pošta", "Odstraněné"),
    *("Çöp Kutusu", "Çöp", "Silinmiş Öğeler", "Silinenler"),
    *("Корзина", "Удаленные", "Удалённые", "Кошик", "Видалені"),
    *("ゴミ箱", "ごみ箱", "削除済みアイテム", "削除済み"),
    *("已删除", "已删除邮件", "垃圾桶", "已刪除", "已刪除的郵件", "刪除的郵件"),
    *("휴지통", "지운편지함", "지운 편지함", "삭제된 항목"),
)

ARCHIVE_NAMES: tuple[str, ...] = (
    *("Archive", "Archives", "Archiv", "Archivo", "Archivados", "Archivio", "Archiviati"),
    *("Arquivo", "Arquivo morto", "Arquivados", "Archief", "Archiwum", "Arkiv", "Arkisto", "Arşiv"),
    *("Архив", "Архів", "アーカイブ", "存档", "归档", "封存", "典藏", "보관함", "보관"),
)

NAMES: dict[FolderUse, tuple[str, ...]] = {
    FolderUse.DRAFTS: DRAFTS_NAMES,
    FolderUse.SENT: SENT_NAMES,
    FolderUse.JUNK: JUNK_NAMES,
    FolderUse.TRASH: TRASH_NAMES,
    FolderUse.ARCHIVE: ARCHIVE_NAMES,
}

ROOTS: tuple[str, ...] = ("INBOX", "[Gmail]", "[Google Mail]", "Mail")
"""Folders under which some servers put all others."""
