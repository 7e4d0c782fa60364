"""Signs of a scam in a mail that claims to be about a job (``domain.md`` §3.5), each a calm sentence.

Two or more mean a warning. Real small firms write from free mail and real recruiters offer WhatsApp: one sign alone is
none. Reasons are shown and nothing is ever deleted.
"""

import re
from collections.abc import Callable

from classify import scamwords as words
from classify.employer_slugs import flattened, relates
from classify.folding import folded
from classify.scamsigns import SIGNS
from ingest.senders import is_freemail, platform_of, registered_domain
from store.records import Message

_READ = 6_000
_FAILED = re.compile(r"\b(?P<check>spf|dkim|dmarc)=(?:hard)?fail\b", re.IGNORECASE)
_BAIT = re.compile(
    r"(?:career|job|hiring|hr|recruit|talent|vacanc|employ|staff|apply|onboard|interview|human-?resource|"
    r"karriere|stellen|bewerber|heimarbeit|onlinejob|recrut|recrute|emploi|teletravail|entretien|empleo|seleccion|"
    r"trabajo|entrevista|vacancie|jobportal)s?"
)
_WIDE = re.compile(
    r"(?<![\d.,])(?P<low>\d{2,4}) ?(?:€ ?)?(?:-|to|a|bis|y|et) ?[$£€]? ?(?P<high>\d{3,5})(?: ?(?:usd|eur|gbp|rs|"
    r"dollars|"
    r"euros?|€))? ?(?:per|a|/|pro|am|je|par|al|por)? ?(?:day|daily|tag|taglich|jour|dia|diarios)\b"
)
_RATE = re.compile(
    r"(?P<sign>[$£€]) ?(?P<amount>\d[\d,.]*)(?:k)?(?: ?(?:-|to|–) ?[$£€]? ?(?P<upper>\d[\d,.]*))? "
    r"?(?:per|a|/|each|every|daily) ?(?:day|hour|hr)?"
)


def scam_signs(message: Message, text: str, *, company: str) -> tuple[str, ...]:
    """One sentence for each sign found; ``company`` is the employer the mail claims to be from, or "".

    A mail that warns of scams names their signs: without a sign in its form, its words are none.
    """
    plain = folded(f"{message.subject}\n{text[:_READ]}", "en")
    of_words = [sign.sentence for sign in SIGNS if sign.is_in(plain)]
    of_words += [sentence for found, sentence in ((_is_overpaid(plain), _OVERPAID),) if found]
    surely = [sign for rule in _FORM if (sign := rule(message, company))]
    of_form = [*surely, *filter(None, (_look_alike(message, company),))]
    found = (*of_form, *of_words, *_messenger(plain, is_suspect=bool(of_form or of_words)))
    return () if found and not surely and words.WARNING.search(plain) else found


def _freemail(message: Message, company: str) -> str:
    """A company of some name does not write from free mail; a person without one may."""
    if not company or not is_freemail(message.sender.domain):
        return ""
    return f"It claims to come from {company} but was sent from a free mail address."


def _look_alike(message: Message, company: str) -> str:
    """``acme-careers.com`` for Acme: a hyphen and a bait word, or the name with something added."""
    domain = registered_domain(message.sender.domain)
    label = domain.partition(".")[0]
    if not domain or platform_of(message.sender) or is_freemail(domain):
        return ""
    parts = label.split("-")
    if len(parts) > 1 and any(_BAIT.fullmatch(part) for part in parts) and not (set(parts) & _AGENCY_PARTS):
        return f"The sender's domain {domain} joins a company's name with a word such as \"careers\"."
    key, plain = flattened(company), label.replace("-", "")
    if len(key) >= 4 and key not in plain and not relates(company, label) and _nearly(key, plain):
        return f"The sender's domain {domain} resembles {company} but is not it."
    return ""


_AGENCY_PARTS = frozenset("staffing recruiting recruitment talent".split())


def _nearly(one: str, other: str) -> bool:
    """Whether two names differ by one letter, or by figures for letters ("amaz0n")."""
    other = other.translate(str.maketrans("01358", "olesb"))
    if one == other:
        return True
    if abs(len(one) - len(other)) > 1 or len(one) < 5:
        return False
    shorter, longer = sorted((one, other), key=len)
    same_start = next((i for i, (a, b) in enumerate(zip(shorter, longer, strict=False)) if a != b), len(shorter))
    rest = shorter[same_start:] if len(shorter) < len(longer) else shorter[same_start + 1 :]
    return rest == longer[same_start + 1 :]


def _reply_elsewhere(message: Message, company: str) -> str:
    """Answers that go to another domain, unless a tracking system or the company itself is there."""
    own = registered_domain(message.sender.domain)
    for each in message.reply_to:
        other = registered_domain(each.domain)
        known = platform_of(each) or platform_of(message.sender) or relates(company, other.partition(".")[0])
        same_name = other.partition(".")[0] == own.partition(".")[0]
        if other and own and other != own and not same_name and (is_freemail(other) or not known):
            return f"Answers would go to {other}, not to {own} where it came from."
    return ""


def _failed_checks(message: Message, company: str) -> str:
    """What the receiving server found out about the sender (RFC 8601)."""
    failed = sorted({match["check"].upper() for match in _FAILED.finditer(message.marks.authentication_results)})
    return f"The sender's domain failed the check of {' and '.join(failed)}." if failed else ""


_FORM: tuple[Callable[[Message, str], str], ...] = (_freemail, _reply_elsewhere, _failed_checks)
_OVERPAID = "The pay named is far above what such work brings."
_MESSENGERS = ("telegram", "whats", "signal", "wechat", "viber", "t.me/", "wa.me/", "google chat", "hangouts")


def _messenger(plain: str, *, is_suspect: bool) -> tuple[str, ...]:
    """A move to a messenger; offered beside the telephone by an otherwise plain mail it is no sign."""
    if not any(name in plain for name in _MESSENGERS):
        return ()
    is_moved = words.MESSENGER.search(plain) or words.MESSENGER_MORE.search(plain)
    if not is_moved or (words.MESSENGER_ASIDE.search(plain) and not is_suspect):
        return ()
    return ("It wants to move the talk to a messenger such as Telegram, WhatsApp or Signal.",)


def _is_overpaid(plain: str) -> bool:
    """More than 400 a day for work that needs no experience, 1,500 a day for any, or a range no honest advert has."""
    if any(int(match["high"]) >= 2 * int(match["low"]) for match in _WIDE.finditer(plain)):
        return True
    for match in _RATE.finditer(plain):
        unit = match.group()
        highest = max(_amount(match["upper"]), _amount(match["amount"]))
        is_simple = _SIMPLE.search(plain) is not None
        if "day" in unit and highest >= (400 if is_simple else 1_500):
            return True
        if ("hour" in unit or "hr" in unit) and highest >= 45 and is_simple:
            return True
    return False


_SIMPLE = re.compile(
    r"\b(?:no experience|without experience|data entry|simple tasks?|easy (?:tasks?|work|online)|part[- ]time online|"
    r"few (?:minutes|hours) (?:a|per) day|from your phone|"
    r"like(?:s|ing)? (?:videos|posts)|product (?:reviews?|optimi[sz]ation)|mystery shopp\w+|package (?:handling|"
    r"forwarding)|reship\w*)\b"
)


def _amount(written: str | None) -> float:
    plain = (written or "").replace(",", "").rstrip(".")
    return float(plain) if re.fullmatch(r"\d+(?:\.\d+)?", plain) else 0.0
