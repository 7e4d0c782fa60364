"""What the words of a scam show, each with the calm sentence that says so (``domain.md`` §3.5)."""

from dataclasses import dataclass

from classify import scamwords as words
from classify.pieces import Guarded


@dataclass(frozen=True, slots=True)
class Sign:
    """What the words of a mail may show: pieces of text of which one must be there, the patterns, what is said."""

    anchors: tuple[str, ...]
    patterns: tuple[Guarded, ...]
    sentence: str

    def is_in(self, plain: str) -> bool:
        """Whether the folded text shows it."""
        return any(map(plain.__contains__, self.anchors)) and any(each.search(plain) for each in self.patterns)


SIGNS = (
    Sign(
        tuple("interview|chat|entretien|entrevista|gesprach|text |no video|no phone|no call".split("|")),
        (Guarded(words.TEXT_INTERVIEW), Guarded(words.TEXT_INTERVIEW_MORE)),
        "The interview is to be held in writing only.",
    ),
    Sign(
        tuple(
            "interview|without|ohne|selected|hired|chosen|accepted|employ|appointed|eingestellt|angenommen|ausgewahlt|"
            "start|sans |sin |aucun|vous etes|contratad|your resume|your cv|your profile|keine bew|no ielts|no resume|"
            "approved|no skill".split("|")
        ),
        (Guarded(words.NO_TALK_OFFER), Guarded(words.NO_TALK_MORE)),
        "A job is offered without anybody having talked with you.",
    ),
    Sign(
        tuple(
            "fee|deposit|pay|purchase|buy|vendor|charge|reimburs|refund|remit|transfer|send |settle|clearance|upi|"
            "paytm|"
            "mobile money|returned|instal|gebuhr|uberweis|zahl|kostet|vorkasse|vorab|frais|verse|virez|regle|acquitt|"
            "recharge|a payer|a regler|reserv|gastos|tasa|cuota|abon|pag|ingres|transfi|recarg|adelantado|costs|cost |"
            "coute|cuesta|top up|book|laden|uniform".split("|")
        ),
        (Guarded(words.MONEY), Guarded(words.FEE)),
        "It speaks of fees, deposits or equipment you are to pay for.",
    ),
    Sign(
        ("check", "cheque", "scheck", "den rest"),
        (Guarded(words.CHEQUE),),
        "You are to be sent a cheque, or to cash one.",
    ),
    Sign(
        tuple("card|karte|gutschein|carte|tarjeta|pcs".split("|")),
        (Guarded(words.GIFT_CARD),),
        "You are to buy gift cards.",
    ),
    Sign(
        tuple("western|moneygram|zelle|cash|venmo|bizum|paypal|bitcoin atm|agent|officer".split("|")),
        (Guarded(words.TRANSFER),),
        "Money is to go a way on which it cannot be called back.",
    ),
    Sign(
        tuple(
            "account|remainder|rest|remains|balance|parcel|package|label|paket|colis|paquete|konto|compte|cuenta|"
            "payment|"
            "keep|behalten|gardez|quedas|etikett".split("|")
        ),
        (Guarded(words.MULE), Guarded(words.MULE_MORE)),
        "You are to pass on parcels or money for others.",
    ),
    Sign(
        tuple("%|percent|prozent|ciento|pour cent".split("|")),
        (Guarded(words.SHARE),),
        "Your pay is to be a share of money that passes through your hands.",
    ),
    Sign(
        tuple("usdt|bitcoin|btc|ethereum|crypto|trc|recharge|top up|binance".split("|")),
        (Guarded(words.CRYPTO),),
        "It speaks of payment in crypto-currency.",
    ),
    Sign(
        tuple(
            "passport|bank|ssn|social security|copy|photo|scan|picture|licen|id card|routing|card|birth|maiden|konto|"
            "iban|"
            "ausweis|passkopie|rib|carte|securite|cuenta|dni|password|sign in|log in|piece|identi|zugangsdaten|copie|"
            "copia|foto|claves".split("|")
        ),
        (Guarded(words.EARLY_DATA), Guarded(words.EARLY_DATA_MORE)),
        "It asks early for identity papers, bank details, a password or a social security number.",
    ),
    Sign(
        tuple("account|konto|compte|cuenta|wallet|seed".split("|")),
        (Guarded(words.ACCOUNT),),
        "You are to open an account or a wallet in your own name for them.",
    ),
    Sign(
        tuple(
            "apply|resume|cv |profil|perfil|application|applying|selected|pre-|bewerbung|postuler|candidature|inscri|"
            "apuntes|ausgewahlt".split("|")
        ),
        (Guarded(words.APPROVED), Guarded(words.APPROVED_MORE)),
        "It says that your profile is approved though no application is needed.",
    ),
    Sign(
        tuple(
            "day|daily|hour|minut|earn|week|tag|jour|dia|gagnez|gana|verdienen|woche|semaine|semana|hourly|/hr".split(
                "|"
            )
        ),
        (Guarded(words.DAY_PAY), Guarded(words.DAY_PAY_MORE)),
        "It promises high pay for a few minutes or hours of simple work.",
    ),
    Sign(
        tuple(
            "lik|rat|review|optimi|task|commission|work account|bewerten|aufgaben|provision|arbeitskonto|aimer|not|"
            "evaluer|"
            "tache|gusta|valor|puntu|tarea|comision|captcha|typing|copy|stylo|boligrafo|kugelschreiber|"
            "payout".split("|")
        ),
        (Guarded(words.TASKS),),
        "The work is small tasks such as rating or liking things, paid by the piece.",
    ),
    Sign(
        tuple(
            "urgent|confiden|link |slot|today|within|limited|only|places|spots|seats|position|opening|immediate|"
            "first come|"
            "platze|stellen|heute|stunden|heures|soir|expire|plazas|horas|noche|hoy|caduca|respond|reply|repond|sofort|"
            "last |few ".split("|")
        ),
        (Guarded(words.URGENT), Guarded(words.URGENT_MORE)),
        "It presses for a quick answer because places are limited.",
    ),
    Sign(
        tuple(
            ".exe|virus|virenschutz|macros|install|download|herunter|telecharg|descarg|instal|passe de|archive|npm|"
            "laden".split("|")
        ),
        (Guarded(words.INSTALL), Guarded(words.INSTALL_MORE)),
        "It asks you to install an app or a file.",
    ),
    Sign(
        tuple("virus|viren|firewall|defender|protection|pare-feu|cortafuegos|macros|enable".split("|")),
        (Guarded(words.DISARM),),
        "It asks you to switch off what protects your computer.",
    ),
)
"""In the order in which they are told."""
