"""Reads one message: tag, employer, role, dates, interviews, what is asked; nothing is guessed from other mails."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice
from zoneinfo import ZoneInfo

from classify.automatic import is_automatic
from classify.employer import company_and_agency
from classify.folding import folded
from classify.forms import AUTOMATIC_REPLY, OWN_MAIL
from classify.jobtalk import is_about_jobs
from classify.language import language_of
from classify.meetings import interviews_of, named_in_passing
from classify.promises import closing_date_of, due_of, promise_of
from classify.reapply import not_before
from classify.reasons import rejection_reason
from classify.requisition import requisitions_of
from classify.role import role_of
from classify.scams import scam_signs
from classify.tagger import Context, Tagger
from classify.wants import wants_of
from classify.wrapping import unwrapped
from store.records import Interview, Message, Reading, Verdict
from store.vocabulary import MESSAGE_TAGS, Direction, SenderKind, Tag

ENOUGH_SIGNS = 2
"""Signs from which a mail is warned of as a scam (``domain.md`` §3.5)."""
SCAM = "scam"
NOT_READ = "What else this mail says could not be read"
_CERTAIN = 0.994
_LONGEST = 12_000
"""Characters of a mail that are read; what decides stands before them."""
_BLANKS = re.compile(r"[^\S\n]{2,}")
_AT_ONCE = 64
"""Mails that are tagged, then read on: few enough that their sentences are still at hand."""
_BARE_FORWARD = 40
"""A mail with fewer characters of its own above a quoted text only passes that text on."""


class Reader:
    """Reads messages for one person, whose own addresses and time zone it knows."""

    def __init__(self, tagger: Tagger, own_addresses: frozenset[str], zone: ZoneInfo) -> None:
        self._tagger, self._own, self._zone = tagger, own_addresses, zone

    def read(
        self, message: Message, *, direction: Direction = Direction.RECEIVED, answers_own: bool = False
    ) -> Reading:
        """What a reader of this one message can tell."""
        return self.read_all([message], directions=[direction], answers=[answers_own])[0]

    @property
    def own_addresses(self) -> frozenset[str]:
        """The addresses whose mail is the person's own."""
        return self._own

    def read_as(self, message: Message, verdict: Verdict, *, direction: Direction) -> Reading:
        """The reading of a mail whose tag the person has settled; everything else is read as ever."""
        if direction is Direction.SENT:
            return replace(self._own_mail(message), verdict=verdict)
        text = _judged(message)
        sides = company_and_agency(message, text, direction=Direction.RECEIVED, language=verdict.language)
        return self._in_full(message, text, verdict, (), sides, automatic=is_automatic(message, text))

    def read_all(
        self,
        messages: Sequence[Message],
        *,
        directions: Sequence[Direction],
        answers: Sequence[bool],
        has_open_application: bool | None = None,
    ) -> list[Reading]:
        """Readings in the order of ``messages``; ``answers`` tells which answer a mail of the person's own.

        ``has_open_application`` is what is known of the employers of all of them (None: nothing).
        """
        every = zip(messages, directions, answers, strict=True)
        readings: list[Reading] = []
        while some := list(islice(every, _AT_ONCE)):
            readings.extend(self._read_some(some, has_open_application))
        return readings

    def _read_some(
        self, mails: Sequence[tuple[Message, Direction, bool]], has_open_application: bool | None
    ) -> Iterator[Reading]:
        """Tags all of them first, then reads on in each."""
        received = [(message, answers) for message, direction, answers in mails if direction is Direction.RECEIVED]
        verdicts = iter(
            self._tagger.verdicts(
                [message for message, _ in received],
                [Context(self._own, answers, has_open_application) for _, answers in received],
            )
        )
        for message, direction, _ in mails:
            is_received = direction is Direction.RECEIVED
            yield self._surely(message, next(verdicts)) if is_received else self._own_mail(message)

    def _surely(self, message: Message, verdict: Verdict) -> Reading:
        """The reading, or the bare verdict where a stranger's words bring a reader down: no other mail waits for it."""
        try:
            return self._received(message, verdict)
        except Exception as error:  # noqa: BLE001 - whatever the words provoke, the run goes on and says so
            why = f"{NOT_READ} ({type(error).__name__})."
            return Reading(verdict=replace(verdict, unsure=True, reasons=(*verdict.reasons, why)))

    def _own_mail(self, message: Message) -> Reading:
        """The person's own mail: whose job it is about, and whether it applies for one."""
        text = _shortened(message.text)
        language = language_of(f"{message.subject}\n{text}") or "en"
        company, agency = company_and_agency(message, text, direction=Direction.SENT, language=language)
        wants = wants_of(message, text, Tag.OTHER, language, Direction.SENT)
        if wants and self._is_to_self(message):
            wants = ""
        return Reading(
            verdict=Verdict(
                tag=Tag.OTHER,
                probabilities=_certain_of(Tag.OTHER),
                unsure=False,
                reasons=("You sent this mail yourself.",),
                model=self._tagger.version,
                kind=OWN_MAIL,
                language=language,
            ),
            company=company,
            agency=agency,
            role=role_of(message, text, language, company),
            requisitions=requisitions_of(f"{message.subject}\n{text}"),
            wants=wants,
        )

    def _is_to_self(self, message: Message) -> bool:
        recipients = {each.address for each in (*message.to, *message.cc)}
        return bool(recipients) and recipients <= self._own | {message.sender.address}

    def _received(self, message: Message, verdict: Verdict) -> Reading:
        if verdict.kind == OWN_MAIL:
            return self._own_mail(message)
        text = _judged(message)
        automatic = verdict.kind == AUTOMATIC_REPLY or is_automatic(message, text)
        plain = folded(f"{message.subject}\n{text[:3000]}", "en")
        if verdict.tag is Tag.OTHER and not (message.calendar or is_about_jobs(plain)):
            return self._in_passing(message, text, verdict, automatic=automatic)
        company, agency = company_and_agency(message, text, direction=Direction.RECEIVED, language=verdict.language)
        signs = scam_signs(message, text, company=company)
        if len(signs) >= ENOUGH_SIGNS:
            return Reading(
                verdict=_of_scam(verdict, signs), company=company, agency=agency, scam_signs=signs, automatic=automatic
            )
        return self._in_full(message, text, verdict, signs, (company, agency), automatic=automatic)

    def _in_passing(self, message: Message, text: str, verdict: Verdict, *, automatic: bool) -> Reading:
        """The reading of a mail without a word of work: what a person answers may still promise or ask something."""
        reading = Reading(verdict=verdict, automatic=automatic)
        if automatic or not message.in_reply_to:
            return reading
        sent, language = message.date.astimezone(self._zone).date(), verdict.language
        interviews = named_in_passing(message, text, language, self._zone)
        return replace(
            reading,
            interviews=interviews,
            promise=promise_of(text, sent, language),
            wants=wants_of(message, text, Tag.OTHER, language, Direction.RECEIVED, interviews),
        )

    def _in_full(
        self,
        message: Message,
        text: str,
        verdict: Verdict,
        signs: tuple[str, ...],
        sides: tuple[str, str],
        *,
        automatic: bool,
    ) -> Reading:
        """``sides`` are the employer and the agency."""
        company, agency = sides
        if verdict.tag is Tag.OTHER and not _is_sent_for_jobs(message):
            company, agency = _only_named(message, text, company, agency)
        reading = Reading(
            verdict=verdict,
            company=company,
            agency=agency,
            role=role_of(message, text, verdict.language, company or agency),
            requisitions=requisitions_of(f"{message.subject}\n{text}"),
            scam_signs=signs,
            automatic=automatic,
        )
        return self._with_details(reading, message, text)

    def _with_details(self, reading: Reading, message: Message, text: str) -> Reading:
        """Dates, interviews and what is asked, as far as the tag has them."""
        tag, language = reading.verdict.tag, reading.verdict.language
        sent = message.date.astimezone(self._zone).date()
        interviews = self._interviews(reading, message, text)
        return replace(
            reading,
            rejection_reason=rejection_reason(f"{message.subject}\n{text}", language) if tag is Tag.REJECTION else None,
            interviews=interviews,
            wants=wants_of(message, text, tag, language, Direction.RECEIVED, interviews),
            due=due_of(text, sent, language) if tag in _WITH_DUE else None,
            closing_date=closing_date_of(text, sent, language) if tag in _WITH_CLOSING else None,
            promise=promise_of(text, sent, language) if self._may_promise(reading) else None,
            not_before=not_before(text, sent, language) if tag is Tag.REJECTION else None,
        )

    def _interviews(self, reading: Reading, message: Message, text: str) -> tuple[Interview, ...]:
        """Those of an invitation; of a person's answer with a doubtful tag or none the times it names."""
        verdict = reading.verdict
        if verdict.tag is Tag.INVITATION:
            return interviews_of(message, text, verdict.language, self._zone)
        is_open = verdict.unsure or verdict.tag is Tag.OTHER
        if not is_open or reading.automatic or not message.in_reply_to:
            return ()
        return named_in_passing(message, text, verdict.language, self._zone)

    @staticmethod
    def _may_promise(reading: Reading) -> bool:
        if reading.verdict.unsure and not reading.automatic and (reading.company or reading.agency):
            return True
        if reading.verdict.tag is Tag.OTHER:
            return not reading.automatic and bool(reading.company or reading.agency)
        return reading.verdict.tag in _WITH_PROMISE


_WITH_DUE = frozenset((Tag.ASSESSMENT, Tag.OFFER))
_WITH_CLOSING = frozenset((Tag.ACKNOWLEDGEMENT,))
_WITH_PROMISE = frozenset((Tag.ACKNOWLEDGEMENT, Tag.INVITATION, Tag.ASSESSMENT, Tag.OFFER))


def _judged(message: Message) -> str:
    """The newest text; in a bare forward the forwarded one."""
    if len(message.text.strip()) < _BARE_FORWARD and len(message.quoted) > _BARE_FORWARD and not message.in_reply_to:
        return _shortened(f"{message.text}\n{message.quoted}")
    return _shortened(message.text)


def _shortened(text: str) -> str:
    """The part that is read: lines whole again, long runs of blanks made short so that no later step labours."""
    return unwrapped(_BLANKS.sub(" ", text[:_LONGEST]))


def _is_sent_for_jobs(message: Message) -> bool:
    return message.sender_kind in (
        SenderKind.TRACKING_SYSTEM,
        SenderKind.TEST_PLATFORM,
        SenderKind.SCHEDULER,
        SenderKind.PERSON,
    )


def _only_named(message: Message, text: str, company: str, agency: str) -> tuple[str, str]:
    """Of mail that is no step of an application only the employer whose name is written out counts."""
    written = f"{message.subject}\n{message.sender.name}\n{text}\n{message.signature}"
    return (company if company in written else "", agency if agency in written else "")


def _of_scam(verdict: Verdict, signs: tuple[str, ...]) -> Verdict:
    """The verdict on a suspected scam: tag other, with its signs as reasons (``tagger.md``, conventions)."""
    return replace(
        verdict,
        tag=Tag.OTHER,
        probabilities=_certain_of(Tag.OTHER) if verdict.tag is not Tag.OTHER else verdict.probabilities,
        unsure=False,
        reasons=(*signs, *verdict.reasons),
        kind=SCAM,
    )


def _certain_of(tag: Tag) -> tuple[float, ...]:
    rest = (1.0 - _CERTAIN) / (len(MESSAGE_TAGS) - 1)
    return tuple(_CERTAIN if each is tag else rest for each in MESSAGE_TAGS)
