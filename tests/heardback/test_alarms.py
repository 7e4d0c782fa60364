"""What counts as an alarm: a refused sign-in at once, passing trouble after hours, and ways out that are shut."""

from datetime import timedelta

from heardback.alarms import LASTS, alarms, unattended_since
from heardback.troubles import Trouble, note_digest
from heardback.wiring import House
from store.clock import SetClock

HOME = ("home",)


def _keys(house: House, names: tuple[str, ...] = HOME) -> list[str]:
    with house.database.reading() as transaction:
        return [each.key for each in alarms(transaction, names, house.clock.now())]


def test_passing_trouble_is_an_alarm_after_six_hours(house: House, clock: SetClock) -> None:
    with house.database.transaction() as transaction:
        transaction.folders.record_failure("home", clock.now(), "No answer.", stop=False)
    assert _keys(house) == []

    clock.at += LASTS - timedelta(seconds=1)
    assert _keys(house) == []
    clock.at += timedelta(seconds=1)
    assert _keys(house) == ["account/home"]
    assert _keys(house, ("work",)) == []  # home left the config

    with house.database.transaction() as transaction:
        transaction.folders.record_success("home", clock.now())
    assert _keys(house) == []


def test_a_refused_sign_in_is_an_alarm_at_once(house: House, clock: SetClock) -> None:
    with house.database.transaction() as transaction:
        transaction.folders.record_failure("home", clock.now(), "The sign-in was refused.", stop=True)

    with house.database.reading() as transaction:
        (alarm,) = alarms(transaction, HOME, clock.now())
    assert "The sign-in was refused." in alarm.sentence
    assert "refused" not in alarm.short


def test_a_digest_that_cannot_leave_is_an_alarm(house: House, clock: SetClock) -> None:
    with house.database.transaction() as transaction:
        note_digest(transaction, Trouble(clock.now(), "The server is busy."))
    clock.at += timedelta(hours=3)
    with house.database.transaction() as transaction:
        note_digest(transaction, Trouble(clock.now(), "The server is away."))
    assert _keys(house) == []
    clock.at += timedelta(hours=3)
    assert _keys(house) == ["digest"]

    with house.database.transaction() as transaction:
        note_digest(transaction, None)
        note_digest(transaction, Trouble(clock.now(), "It takes no mail from you.", is_lasting=True))
    assert _keys(house) == ["digest"]


def test_that_nobody_looks_is_told_without_an_alarm(house: House, clock: SetClock) -> None:
    began = clock.now()
    with house.database.transaction() as transaction:
        transaction.folders.record_success("home", began)
    clock.at += timedelta(hours=7)

    with house.database.reading() as transaction:
        assert unattended_since(transaction, HOME, clock.now()) == began
        assert unattended_since(transaction, ("work",), clock.now()) is None
    assert _keys(house) == []
