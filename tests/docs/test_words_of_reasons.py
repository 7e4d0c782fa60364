"""Why a reply is not written, and what stands in the way of other things, each in its own words.

Standings are made of the few fields that are looked at.
"""

from contextlib import nullcontext
from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import Any, ClassVar, cast

import pytest

from classify import modelfile
from heardback import checkup, doctor, installing, joining
from heardback.alarms import alarms
from heardback.commands import keeping, paging
from heardback.digestposting import DigestPosting
from heardback.web import routing
from respond.choices import why_not
from respond.compose import _against_offer
from store.errors import ModelFileError, UserError
from store.noted import Search
from store.vocabulary import DraftKind, DraftState, EventKind, NextAction, SearchPhase, Stage, Status

TODAY = date(2026, 3, 2)
GOING_ON, HIRED = (cast(Search, SimpleNamespace(phase=phase)) for phase in (SearchPhase.ON, SearchPhase.HIRED))


def standing(*, asked: EventKind | None = None, due: str = "", chases: int = 0, **more: Any) -> Any:
    """A standing that waits for them, but for what is named."""
    turn = None if asked is None else SimpleNamespace(kind=asked, detail={"due": due} if due else {}, message_id=None)
    history = {
        "my_turn": turn, "rejection": None, "answered_rejection": False, "clock": TODAY, "promise": None,
        "closing_date": None, "chases_in_stage": (TODAY,) * chases,
    }  # fmt: skip
    state = {
        "status": Status.WAITING_ON_THEM, "stage": Stage.APPLIED, "interview_at": None,
        "next_action": NextAction.RECONNECT,
    }  # fmt: skip
    history |= {key: more.pop(key) for key in list(more) if key in history}
    state |= more
    return SimpleNamespace(state=SimpleNamespace(history=SimpleNamespace(**history), **state), messages=())


@pytest.mark.parametrize(
    ("kind", "where", "told"),
    [
        (DraftKind.THANK_YOU, standing(), "A note of thanks fits within two business days"),
        (DraftKind.OTHER_TIMES, standing(), "No talk is proposed or booked"),
        (DraftKind.INVITATION_REPLY, standing(), "They have proposed no talk"),
        (DraftKind.INFORMATION_REPLY, standing(), "They have asked for nothing"),
        (DraftKind.OFFER_REPLY, standing(), "No offer waits"),
        (DraftKind.STAY_CONNECTED, standing(), "There is no rejection that waits"),
        (DraftKind.RECONNECT, standing(), "A word again fits once"),
        (DraftKind.WITHDRAWAL, standing(stage=Stage.CLOSED), "The application is closed already."),
        (DraftKind.OUTREACH_LATER, standing(), "no person's approach"),
        (DraftKind.HIRED_THANKS, standing(), "'heardback applications hired N' says so"),
        (DraftKind.WITHDRAWAL, standing(status=Status.OFFER), "it is yours to answer"),
        (DraftKind.FOLLOW_UP_APPLICATION, standing(status=Status.REJECTED), "it is not their turn"),
        (DraftKind.FOLLOW_UP_APPLICATION, standing(interview_at=TODAY), "The next step is booked"),
        (DraftKind.FOLLOW_UP_APPLICATION, standing(chases=2), "a third would press them"),
        (DraftKind.FINAL_FOLLOW_UP, standing(), "The follow-up that fits there is"),
        (DraftKind.FOLLOW_UP_APPLICATION, standing(promise=TODAY), "a follow-up before that would press them"),
        (
            DraftKind.ASSESSMENT_REPLY,
            standing(asked=EventKind.ASSESSMENT, due="2026-03-01"),
            "The day they named for the task is over",
        ),
    ],
)
def test_why_a_reply_is_not_written(kind: DraftKind, where: Any, told: str) -> None:
    assert told in why_not(kind, where, GOING_ON, today=TODAY)


def test_nobody_is_chased_after_the_search() -> None:
    assert "nobody is chased any more" in why_not(DraftKind.FOLLOW_UP_APPLICATION, standing(), HIRED, today=TODAY)


def test_why_a_proposed_time_is_not_answered() -> None:
    asked = cast(Any, SimpleNamespace(kind=DraftKind.INVITATION_REPLY, state=SimpleNamespace(interview_at=None)))

    assert "a mail would not book it" in _against_offer(asked, cast(Any, SimpleNamespace(link_only=True)))
    over = SimpleNamespace(link_only=False, past=True, starts=())
    assert "The time they offered is over." in _against_offer(asked, cast(Any, over))


def test_a_mail_that_names_no_employer_opens_no_application() -> None:
    nameless = SimpleNamespace(id=7, reading=SimpleNamespace(company="", agency=""))

    with pytest.raises(UserError, match="Mail 7 names no employer: enter the application"):
        joining._opened(cast(Any, None), cast(Any, nameless))


def test_a_digest_needs_an_account_and_somebody_to_go_to() -> None:
    config = SimpleNamespace(digest=SimpleNamespace(account=""))
    house = SimpleNamespace(accounts=(), settings=config, person=SimpleNamespace(address=""))
    with pytest.raises(UserError, match="There is no mail account to send the digest with: add one"):
        DigestPosting(cast(Any, house))._digest_account()
    house.accounts = (SimpleNamespace(name="home"),)
    with pytest.raises(UserError, match=r"set person\.address in the config"):
        DigestPosting(cast(Any, house))._digest_account()


def test_what_doctor_says_of_person_model_folders_and_rights(tmp_path: Path) -> None:
    person = SimpleNamespace(name="", address="", country="")
    house: Any = SimpleNamespace(settings=SimpleNamespace(person=person), person=person)
    home: Any = SimpleNamespace(name="home")
    assert "Set person.name and person.address" in doctor._person(house).sentence

    tagger = SimpleNamespace(version="corpus-1")
    broken: Any = SimpleNamespace(tagger=tagger, model_problems=["The model is gone: train."])
    assert doctor._model(broken).sentence == "The model is gone: train. Tagging goes on with corpus-1."

    assert "No Sent folder was found: name it in" in doctor._named(home, "sent", None).sentence
    assert "No Drafts folder was found: create one" in doctor._named(home, "drafts", None).sentence

    store = tmp_path / "store"
    store.touch(mode=0o644)
    store.chmod(0o644)
    tmp_path.chmod(0o700)
    open_to_all: Any = SimpleNamespace(data=tmp_path, database=SimpleNamespace(path=store))
    assert "run chmod 600" in checkup._permissions(open_to_all).sentence


def test_mail_that_lies_elsewhere_is_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    home, database = SimpleNamespace(name="home"), SimpleNamespace(reading=nullcontext)
    house: Any = SimpleNamespace(accounts=(home,), database=database)
    monkeypatch.setattr(checkup, "result_of", lambda *_: None)
    monkeypatch.setattr(checkup, "trouble_of", lambda *_: "")
    said = {1: "One mail that looks like job mail lies", 2: "2 mails that look like job mail lie"}
    for found, told in said.items():
        monkeypatch.setattr(checkup, "still_open", lambda _, found=found: range(found))
        sentence = checkup._looked_through(house).sentence
        assert sentence.startswith(f"{told} outside the folders that are read: see 'heardback canary'.")


def test_what_is_badly_amiss_is_an_alarm() -> None:
    failed = SimpleNamespace(changed=TODAY)
    said = '{"since": "2026-03-01T00:00:00+00:00", "sentence": "Set it.", "lasting": true}'
    transaction: Any = SimpleNamespace(
        folders=SimpleNamespace(health=tuple),
        digests=SimpleNamespace(fact=lambda _: said),
        drafts=SimpleNamespace(in_state=lambda state: [failed] if state is DraftState.FAILED else []),
    )

    told = [each.sentence for each in alarms(transaction, (), cast(Any, None))]

    assert told[0] == "The weekly digest could not be sent. Set it."
    assert "could not be sent. The reason stands at the draft, under Today." in told[1]


def test_a_service_refused_its_sandbox(monkeypatch: pytest.MonkeyPatch) -> None:
    said = SimpleNamespace(stdout=installing.NAMESPACE_REFUSED)
    monkeypatch.setattr(installing, "_systemctl", lambda *_: said)
    assert "install it with --without-sandbox" in str(installing._did_not_start())
    said.stdout = "1"
    assert "The service did not start: journalctl" in str(installing._did_not_start())


def test_a_model_file_that_is_closed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(modelfile, "_raw_card", lambda _: {})
    monkeypatch.setattr(modelfile, "_card", lambda *_: None)
    with pytest.raises(ModelFileError, match=r"cannot be read \(No such file"):
        modelfile.checked(tmp_path / "none")


def test_a_page_that_is_open_or_cannot_be_opened(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("heardback.web.presence.port_of_page", lambda _: 8425)
    with pytest.raises(UserError, match="end 'heardback web' first"), keeping._nobody_else(tmp_path):
        pass
    monkeypatch.setattr("webbrowser.open", lambda _: False)
    monkeypatch.setattr("heardback.web.signin.Keys", lambda *_: SimpleNamespace(new_link=lambda: "key"))
    context: Any = SimpleNamespace(obj=None)
    house = SimpleNamespace(data=tmp_path, database=None)

    class Open:
        def __init__(self, *_: object, **__: object) -> None: ...
        def __enter__(self) -> object:
            return house

        def __exit__(self, *_: object) -> None: ...

    monkeypatch.setattr(paging, "house_of", Open)
    with pytest.raises(UserError, match="open the link yourself"):
        paging.open_page(context)


def test_what_could_not_be_erased_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("heardback.erasing.still_there", lambda _: ("/a",))
    with pytest.raises(UserError, match=r"Still there: /a\. Remove it yourself"):
        keeping._prove(cast(Any, None), (), was_installed=False)


def test_a_form_that_broke_off_is_told() -> None:
    import asyncio

    from starlette.requests import ClientDisconnect

    class Gone:
        headers: ClassVar = {"content-type": "application/x-www-form-urlencoded"}

        def stream(self) -> object:
            raise ClientDisconnect

    with pytest.raises(routing.Refused, match="send it once more"):
        asyncio.run(routing._form(cast(Any, Gone())))
