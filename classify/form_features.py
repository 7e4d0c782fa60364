"""The form a message came in, as facts for the model: sender, headers, calendar, length. None of them decides alone."""

import re
from collections.abc import Sequence

from classify.pieces import Guarded, in_small_letters
from classify.sentences import Sentence
from store.records import Message

_NO_REPLY = re.compile(
    r"no[-_.]?reply|do[-_.]?not[-_.]?reply|donotreply|autoreply|notifications?|system|mailer|bounce|alerts?"
)
_NAME_WORD = re.compile(r"[^\W\d_]{3,}")
_TELLING_NAMES = frozenset(
    "careers career recruiting recruitment recruiter talent hiring team acquisition jobs job hr people human resources "
    "support notifications alerts newsletter news reply noreply workday greenhouse lever indeed linkedin via "
    "interviews assessments scheduling admissions orders service services billing bank store shop".split()
)
_LINK = Guarded(r"https?://|www\.|\bxlink\b|\[(?:link|url)\]", re.IGNORECASE)
_GREETING = re.compile(
    r"(?:dear|hi|hello|hey|good (?:morning|afternoon|day)|hallo|liebe|sehr geehrte|bonjour|hola|estimad)"
)
_WORD = re.compile(r"\w+")
_FIRST_PERSON = frozenset("i my me ich mein meine je mon ma mi mis yo".split())
_SECOND_PERSON = frozenset("you your sie ihre ihnen du dein vous votre vos tu su sus usted te".split())
_I_HAVE = re.compile(r"\bj'ai\b")
"""The one word for the first person that does not stand by itself before an apostrophe, as in "i'm"."""


def form_facts(message: Message, sentences: Sequence[Sentence], *, is_answer: bool) -> dict[str, float]:
    """Facts about the form of ``message``; absent headers give no fact at all, so that a bare text stays neutral."""
    return _sender_facts(message) | _header_facts(message, is_answer=is_answer) | _text_facts(sentences)


def _sender_facts(message: Message) -> dict[str, float]:
    if not message.sender.address:
        return {}
    facts = {f"sender:{message.sender_kind.value}": 1.0}
    if _NO_REPLY.search(message.sender.local):
        facts["sender:no reply"] = 1.0
    for word in _NAME_WORD.findall(message.sender.name.lower()):
        if word in _TELLING_NAMES:
            facts[f"name:{word}"] = 1.0
    if message.reply_to and all(other.address != message.sender.address for other in message.reply_to):
        same = any(other.domain == message.sender.domain for other in message.reply_to)
        facts["reply-to:other address" if same else "reply-to:other domain"] = 1.0
    return facts


def _header_facts(message: Message, *, is_answer: bool) -> dict[str, float]:
    marks = message.marks
    named = {
        "form:unsubscribe": marks.list_unsubscribe,
        "form:list": marks.list_id,
        "form:bulk": marks.precedence if marks.precedence.lower() in ("bulk", "list", "junk") else "",
        "form:automatic": marks.auto_submitted if marks.auto_submitted.lower() != "no" else "",
        "form:auto-reply": marks.auto_reply,
        "form:answer": "yes" if is_answer or message.in_reply_to else "",
    }
    facts = {name: 1.0 for name, value in named.items() if value}
    for event in message.calendar:
        facts[f"calendar:{event.method.lower() or 'request'}"] = 1.0
    return facts


def _links_in(whole: str) -> int:
    """How many links and masks of them."""
    return sum(1 for _ in _LINK.finditer(whole, in_small_letters(whole)))


def _text_facts(sentences: Sequence[Sentence]) -> dict[str, float]:
    whole = " ".join(sentence.folded for sentence in sentences)
    words = _WORD.findall(whole)
    first = sum(map(_FIRST_PERSON.__contains__, words)) + ("j'ai" in whole and len(_I_HAVE.findall(whole)))
    second = sum(map(_SECOND_PERSON.__contains__, words))
    facts = {
        "text:questions": min(3, sum(sentence.text.endswith("?") for sentence in sentences)) / 3,
        "text:links": min(4, _links_in(whole)) / 4,
        "text:speaks of itself": first / (first + second + 2),
    }
    if sentences and _GREETING.match(sentences[0].folded):
        facts["text:greeting"] = 1.0
    return facts
