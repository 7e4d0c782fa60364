"""Mail at the edge between two tags, and a tagger that leans as the mail says: what is known around it decides."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.message import EmailMessage

import numpy as np

from classify.tagger import Context, Tagger, odds_of_outreach
from heardback.intake import Arrival
from heardback.wiring import House
from ingest.parse import parse
from store.records import Message, StoredMessage, Verdict
from store.vocabulary import MESSAGE_TAGS, Tag

ME = "sam@home.example"
ENOUGH = 0.6
LEANINGS = {
    "Would you have time for a call": {Tag.OUTREACH: 0.55, Tag.INVITATION: 0.44},
    "we have chosen somebody with more experience": {Tag.REJECTION: 0.55, Tag.OUTREACH: 0.44},
    "We have received your application": {Tag.ACKNOWLEDGEMENT: 0.97},
    "Unfortunately you were not selected": {Tag.REJECTION: 0.97},
    "We invite you to an interview": {Tag.INVITATION: 0.97},
}


@dataclass(frozen=True)
class LeaningTagger(Tagger):
    """Knows a few sentences and how surely each means what it says; counts how often it is asked."""

    asked: list[str] = field(default_factory=list)

    def verdicts(self, messages: Sequence[Message], contexts: Sequence[Context]) -> tuple[Verdict, ...]:
        return tuple(self._leans(*each) for each in zip(messages, contexts, strict=True))

    def _leans(self, message: Message, context: Context) -> Verdict:
        self.asked.append(message.message_id)
        known = next((each for words, each in LEANINGS.items() if words in message.text), {Tag.OTHER: 0.97})
        rest = (1.0 - sum(known.values())) / (len(MESSAGE_TAGS) - len(known))
        odds = np.log([known.get(tag, rest) for tag in MESSAGE_TAGS])
        odds[MESSAGE_TAGS.index(Tag.OUTREACH)] += odds_of_outreach(context)
        shares = np.exp(odds) / np.exp(odds).sum()
        return Verdict(
            MESSAGE_TAGS[int(shares.argmax())],
            tuple(map(float, shares)),
            bool(shares.max() < ENOUGH),
            ("because",),
            "leaning",
            knows_application=bool(context.has_open_application) and not context.is_answer_to_own,
        )


def lean(house: House) -> LeaningTagger:
    """Gives a house this tagger."""
    house.tagger = tagger = LeaningTagger(None)
    return tagger


def letter(name: str, day: str, text: str, *, sender: str, subject: str, answers: str = "") -> Arrival:
    """A mail to or from Sam."""
    mail = EmailMessage()
    mail["From"], mail["Subject"], mail["Message-ID"] = sender, subject, f"<{name}@letters.example>"
    mail["To"] = ME if ME not in sender else "jobs@alder.example"
    if answers:
        mail["In-Reply-To"] = mail["References"] = f"<{answers}@letters.example>"
    at = datetime.fromisoformat(f"{day}T10:00:00+00:00").astimezone(UTC)
    mail["Date"] = at
    mail.set_content(text)
    return Arrival(parse(mail.as_bytes(), source=name, internal_date=at), None, ME in sender)


def stored(house: House, name: str) -> StoredMessage:
    """A mail of the store by its name."""
    with house.database.reading() as transaction:
        (found,) = transaction.mail.by_message_id(f"<{name}@letters.example>")
    return found


def take(house: House, *arrivals: Arrival) -> None:
    """Lets mails arrive one after the other."""
    for arrival in arrivals:
        house.intake.take([arrival], "home")


def verdicts(house: House, arrivals: Iterable[Arrival]) -> dict[str, tuple[Tag, bool, tuple[float, ...]]]:
    """Tag, doubt and shares of each mail."""
    with house.database.reading() as transaction:
        mails = [
            found
            for each in arrivals
            if isinstance(each.mail, Message)
            for found in transaction.mail.by_message_id(each.mail.message_id)
        ]
    return {
        mail.message.message_id: (verdict.tag, verdict.unsure, verdict.probabilities)
        for mail in mails
        for verdict in [mail.reading.verdict]
    }
