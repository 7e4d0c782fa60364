"""The providers, with the servers, ports and hurdles of their own help pages; only what is sure stands here."""

from ingest.accounts import Security
from ingest.providers import Place, Provider


def _tls(host: str, port: int) -> Place:
    return Place(host, port, Security.TLS)


def _starttls(host: str, port: int) -> Place:
    return Place(host, port, Security.STARTTLS)


def _simple(
    key: str, name: str, imap: str, smtp: str, domains: str = "", hurdle: str = "", exchangers: str = ""
) -> Provider:
    """IMAP at 993 and SMTP at 465, both private from the start: how most do it."""
    return Provider(
        key, name, _tls(imap, 993), _tls(smtp, 465), tuple(domains.split()), tuple(exchangers.split()), hurdle
    )


_ZOHO_HURDLE = (
    "Zoho Mail leaves IMAP off: switch it on under Settings, Mail Accounts, IMAP Access. With two-factor sign-in it "
    "wants an app password, made under accounts.zoho.com, Security."
)
_GMX_HURDLE = (
    "{name} leaves IMAP off: switch on POP3 and IMAP in the webmail's settings first. With two-factor sign-in it also "
    "wants an app password, made under Security in the account."
)
_CODE_HURDLE = (
    "{name} wants an authorisation code in place of the password: switch on IMAP/SMTP in the webmail's account "
    "settings, and it is shown there."
)
_BRIDGE_HURDLE = (
    "Proton Mail is read through Proton Mail Bridge, which comes with the paid plans and has to run on this computer. "
    "It shows a user name and a password of its own: use those. Let it export its TLS certificate (Settings, Advanced) "
    "and name the file cert.pem with --ca-file."
)
_YAHOO_HURDLE = (
    "{name} wants an app password: sign in at login.yahoo.com/account/security, choose 'Generate app password', and "
    "use it here in place of the usual one."
)
_IN_MICROSOFT = (
    "Microsoft takes no passwords from mail programs any more. heardback signs in by token instead, which needs a "
    "program registered once with Microsoft, free of charge: docs/providers.md goes through it in steps."
)

MICROSOFT_DOMAINS = (
    "outlook.com hotmail.com live.com msn.com outlook.de outlook.fr outlook.es outlook.it outlook.at outlook.be "
    "hotmail.co.uk hotmail.de hotmail.fr hotmail.es hotmail.it live.co.uk live.de live.fr live.it live.nl"
)

PROVIDERS: tuple[Provider, ...] = (
    Provider(
        "gmail",
        "Gmail",
        _tls("imap.gmail.com", 993),
        _tls("smtp.gmail.com", 465),
        ("gmail.com", "googlemail.com"),
        (".google.com", ".googlemail.com"),
        "Gmail does not take your usual password. Switch on 2-Step Verification, then make an app password at "
        "myaccount.google.com/apppasswords and use it here. Signing in by token works too, with a client of your own "
        "(docs/providers.md). In a company's or school's Google Workspace, the administrator may have switched either "
        "off.",
        oauth="google",
    ),
    Provider(
        "outlook",
        "Outlook.com",
        _tls("outlook.office365.com", 993),
        _starttls("smtp-mail.outlook.com", 587),
        tuple(MICROSOFT_DOMAINS.split()),
        (".olc.protection.outlook.com",),
        _IN_MICROSOFT + " In Outlook.com's settings, look under Mail, Forwarding and IMAP whether IMAP is allowed.",
        oauth="microsoft",
        only_oauth=True,
    ),
    Provider(
        "microsoft365",
        "Microsoft 365",
        _tls("outlook.office365.com", 993),
        _starttls("smtp.office365.com", 587),
        (),
        (".mail.protection.outlook.com", ".mx.microsoft"),
        _IN_MICROSOFT
        + " Many organisations want their administrator's consent first, and leave IMAP or sending by mail "
        "programs (SMTP AUTH) off: ask for both if it is refused.",
        oauth="microsoft",
        only_oauth=True,
    ),
    _simple(
        "yahoo",
        "Yahoo Mail",
        "imap.mail.yahoo.com",
        "smtp.mail.yahoo.com",
        "yahoo.com yahoo.co.uk yahoo.de yahoo.fr yahoo.es yahoo.it yahoo.ca yahoo.com.br ymail.com rocketmail.com",
        _YAHOO_HURDLE.format(name="Yahoo"),
        ".yahoodns.net",
    ),
    _simple(
        "aol",
        "AOL Mail",
        "imap.aol.com",
        "smtp.aol.com",
        "aol.com aim.com",
        "AOL wants an app password: sign in at login.aol.com/account/security, choose 'Generate app password', and use "
        "it here in place of the usual one.",
    ),
    Provider(
        "icloud",
        "iCloud Mail",
        _tls("imap.mail.me.com", 993),
        _starttls("smtp.mail.me.com", 587),
        ("icloud.com", "me.com", "mac.com"),
        (".mail.icloud.com",),
        "Apple wants an app-specific password: sign in at account.apple.com, make one under Sign-In and Security, and "
        "use it here.",
    ),
    Provider(
        "gmx",
        "GMX",
        _tls("imap.gmx.net", 993),
        _starttls("mail.gmx.net", 587),
        ("gmx.de", "gmx.net", "gmx.at", "gmx.ch"),
        (".gmx.net",),
        _GMX_HURDLE.format(name="GMX"),
    ),
    Provider(
        "gmx-com",
        "GMX",
        _tls("imap.gmx.com", 993),
        _starttls("mail.gmx.com", 587),
        ("gmx.com", "gmx.us", "gmx.co.uk", "gmx.fr", "gmx.es"),
        (),
        _GMX_HURDLE.format(name="GMX"),
    ),
    Provider(
        "webde",
        "WEB.DE",
        _tls("imap.web.de", 993),
        _starttls("smtp.web.de", 587),
        ("web.de", "email.de"),
        (".web.de",),
        _GMX_HURDLE.format(name="WEB.DE"),
    ),
    _simple(
        "tonline",
        "Telekom Mail",
        "secureimap.t-online.de",
        "securesmtp.t-online.de",
        "t-online.de magenta.de",
        "Telekom wants a password of its own for mail programs (Passwort für E-Mail-Programme): set one in the Telekom "
        "login's settings and use it here.",
        ".t-online.de",
    ),
    Provider(
        "freenet",
        "freenet Mail",
        _tls("mx.freenet.de", 993),
        _starttls("mx.freenet.de", 587),
        ("freenet.de",),
    ),
    _simple("posteo", "Posteo", "posteo.de", "posteo.de", "posteo.de posteo.net posteo.at posteo.ch", "", ".posteo.de"),
    _simple(
        "mailboxorg",
        "mailbox.org",
        "imap.mailbox.org",
        "smtp.mailbox.org",
        "mailbox.org",
        "With two-factor sign-in, mailbox.org wants an app password, made in its settings under Security.",
        ".mailbox.org",
    ),
    _simple(
        "fastmail",
        "Fastmail",
        "imap.fastmail.com",
        "smtp.fastmail.com",
        "fastmail.com fastmail.fm",
        "Fastmail wants an app password: make one under Settings, Privacy & Security, and use it here. Its Basic plan "
        "has no IMAP.",
        ".messagingengine.com",
    ),
    Provider(
        "zoho",
        "Zoho Mail",
        _tls("imap.zoho.com", 993),
        _tls("smtp.zoho.com", 465),
        ("zoho.com", "zohomail.com"),
        (".zoho.com",),
        _ZOHO_HURDLE,
        own_domain_imap=_tls("imappro.zoho.com", 993),
        own_domain_smtp=_tls("smtppro.zoho.com", 465),
    ),
    Provider(
        "zoho-eu",
        "Zoho Mail (Europe)",
        _tls("imap.zoho.eu", 993),
        _tls("smtp.zoho.eu", 465),
        ("zohomail.eu",),
        (".zoho.eu",),
        _ZOHO_HURDLE.replace("accounts.zoho.com", "accounts.zoho.eu"),
        own_domain_imap=_tls("imappro.zoho.eu", 993),
        own_domain_smtp=_tls("smtppro.zoho.eu", 465),
    ),
    Provider(
        "proton",
        "Proton Mail",
        _starttls("127.0.0.1", 1143),
        _starttls("127.0.0.1", 1025),
        ("proton.me", "protonmail.com", "protonmail.ch", "pm.me"),
        (".protonmail.ch",),
        _BRIDGE_HURDLE,
    ),
    _simple("orange", "Orange", "imap.orange.fr", "smtp.orange.fr", "orange.fr wanadoo.fr"),
    _simple(
        "free",
        "Free",
        "imap.free.fr",
        "smtp.free.fr",
        "free.fr",
        "Sending from outside Free's own lines needs authenticated SMTP: switch it on in the subscriber's pages.",
    ),
    _simple("laposte", "La Poste", "imap.laposte.net", "smtp.laposte.net", "laposte.net"),
    _simple("sfr", "SFR", "imap.sfr.fr", "smtp.sfr.fr", "sfr.fr neuf.fr"),
    _simple(
        "yandex",
        "Yandex Mail",
        "imap.yandex.com",
        "smtp.yandex.com",
        "yandex.com yandex.ru ya.ru",
        "Yandex leaves IMAP off and wants an app password: allow mail programs in the mail settings, then make an app "
        "password at id.yandex.com.",
        ".yandex.net .yandex.ru",
    ),
    _simple(
        "mailru",
        "Mail.ru",
        "imap.mail.ru",
        "smtp.mail.ru",
        "mail.ru inbox.ru bk.ru list.ru",
        "Mail.ru wants a password for external programs: make one in the account's security settings and use it here.",
    ),
    _simple("libero", "Libero Mail", "imapmail.libero.it", "smtp.libero.it", "libero.it iol.it inwind.it blu.it"),
    _simple("ovh", "OVHcloud", "ssl0.ovh.net", "ssl0.ovh.net", exchangers=".mail.ovh.net"),
    _simple("ionos-de", "IONOS", "imap.ionos.de", "smtp.ionos.de", exchangers=".ionos.de .kundenserver.de"),
    _simple("ionos-uk", "IONOS", "imap.ionos.co.uk", "smtp.ionos.co.uk", exchangers=".ionos.co.uk"),
    _simple("ionos-com", "IONOS", "imap.ionos.com", "smtp.ionos.com", exchangers=".ionos.com"),
    _simple("strato", "STRATO", "imap.strato.de", "smtp.strato.de", exchangers=".rzone.de"),
    _simple(
        "infomaniak",
        "Infomaniak",
        "mail.infomaniak.com",
        "mail.infomaniak.com",
        "ik.me etik.com ikmail.com",
        "With two-factor sign-in, Infomaniak wants a password made for a device: its webmail's settings make one.",
        ".infomaniak.ch",
    ),
    _simple(
        "hostpoint",
        "Hostpoint",
        "imap.mail.hostpoint.ch",
        "asmtp.mail.hostpoint.ch",
        exchangers=".mail.hostpoint.ch",
    ),
    _simple("bluewin", "Bluewin", "imaps.bluewin.ch", "smtpauths.bluewin.ch", "bluewin.ch"),
    _simple(
        "bt", "BT Email", "mail.btinternet.com", "mail.btinternet.com", "btinternet.com btopenworld.com talk21.com"
    ),
    _simple(
        "comcast",
        "Xfinity (Comcast)",
        "imap.comcast.net",
        "smtp.comcast.net",
        "comcast.net",
        "Comcast leaves mail programs off: allow third-party access in the webmail's security settings. If your "
        "mailbox has moved to Yahoo Mail, give --imap-host imap.mail.yahoo.com --smtp-host smtp.mail.yahoo.com.",
    ),
    _simple(
        "att",
        "AT&T Mail",
        "imap.mail.att.net",
        "smtp.mail.att.net",
        "att.net sbcglobal.net bellsouth.net",
        "AT&T wants a secure mail key: make one in your AT&T profile's sign-in settings and use it here as the "
        "password.",
    ),
    _simple(
        "cox",
        "Cox (with Yahoo Mail)",
        "imap.mail.yahoo.com",
        "smtp.mail.yahoo.com",
        "cox.net",
        "Cox has handed its mailboxes to Yahoo. " + _YAHOO_HURDLE.format(name="Yahoo"),
    ),
    _simple(
        "rackspace", "Rackspace Email", "secure.emailsrvr.com", "secure.emailsrvr.com", exchangers=".emailsrvr.com"
    ),
    _simple("migadu", "Migadu", "imap.migadu.com", "smtp.migadu.com", "migadu.com", "", ".migadu.com"),
    _simple("runbox", "Runbox", "mail.runbox.com", "mail.runbox.com", "runbox.com", "", ".runbox.com"),
    _simple(
        "seznam",
        "Seznam",
        "imap.seznam.cz",
        "smtp.seznam.cz",
        "seznam.cz email.cz post.cz",
    ),
    Provider(
        "tuta",
        "Tuta",
        None,
        None,
        ("tuta.com", "tuta.io", "tutanota.com", "tutanota.de", "tutamail.com", "keemail.me"),
        (".tutanota.de",),
        "Tuta has no IMAP, so no other program can read a mailbox there. What you export from Tuta as .eml files, "
        "'heardback import' takes in; or apply with an address elsewhere.",
    ),
    _simple("qq", "QQ Mail", "imap.qq.com", "smtp.qq.com", "qq.com foxmail.com", _CODE_HURDLE.format(name="QQ Mail")),
    _simple("netease", "NetEase 163", "imap.163.com", "smtp.163.com", "163.com", _CODE_HURDLE.format(name="163 Mail")),
    _simple(
        "netease-126", "NetEase 126", "imap.126.com", "smtp.126.com", "126.com", _CODE_HURDLE.format(name="126 Mail")
    ),
)
