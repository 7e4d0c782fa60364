"""Addresses tell platform, employer, kind, and whether anybody reads an answer (``domain.md`` §4.1, §4.3)."""

import pytest

from ingest.senders import is_freemail, is_no_reply, platform_of, registered_domain, sender_kind, tenant_of
from store.records import Address
from store.vocabulary import SenderKind


def address(spec: str, name: str = "") -> Address:
    return Address(name, spec)


@pytest.mark.parametrize(
    ("spec", "platform", "tenant"),
    [
        ("no-reply@us.greenhouse-mail.io", "Greenhouse", ""),
        ("no-reply@hire.lever.co", "Lever", ""),
        ("northwind@myworkday.com", "Workday", "northwind"),
        ("northwindcareers@myworkday.com", "Workday", "northwind"),
        ("northwind-hr@myworkday.com", "Workday", "northwind"),
        ("noreply@myworkday.com", "Workday", ""),
        ("workday@myworkday.com", "Workday", ""),
        ("northwind@otp.workday.com", "Workday", "northwind"),
        ("northwind+autoreply@talent.icims.com", "iCIMS", "northwind"),
        ("northwind+email+4xk2@talent.icims.eu", "iCIMS", "northwind"),
        ("jane@northwind.teamtailor-mail.com", "Teamtailor", "northwind"),
        ("no-reply@northwind.na.teamtailor-mail.com", "Teamtailor", "northwind"),
        ("x@message.teamtailor.com", "Teamtailor", ""),
        ("no-reply@northwind.comeet-notifications.com", "Comeet", "northwind"),
        ("northwind-jobs@m.personio.de", "Personio", "northwind"),
        ("job.abc.northwind@recruitee-mailbox.com", "Recruitee", "northwind"),
        ("x@northwind-talent.freshteam.com", "Freshteam", "northwind"),
        ("notifications@app.bamboohr.com", "BambooHR", ""),
        ("noreply@candidates.workablemail.com", "Workable", ""),
        ("jobs-noreply@linkedin.com", "LinkedIn", ""),
        ("jane.doe@northwind.example", "", ""),
    ],
)
def test_platform_and_tenant_are_read_off_the_address(spec: str, platform: str, tenant: str) -> None:
    assert (platform_of(address(spec)), tenant_of(address(spec))) == (platform, tenant)


@pytest.mark.parametrize(
    ("spec", "name", "kind"),
    [
        ("no-reply@us.greenhouse-mail.io", "Northwind", SenderKind.TRACKING_SYSTEM),
        ("jane@northwind.teamtailor-mail.com", "Jane Doe", SenderKind.TRACKING_SYSTEM),
        ("alert@indeed.com", "Indeed", SenderKind.JOB_BOARD),
        ("hit-reply@linkedin.com", "Jane Doe", SenderKind.JOB_BOARD),
        ("notifications@calendly.com", "Calendly", SenderKind.SCHEDULER),
        ("support@hackerrankforwork.com", "HackerRank", SenderKind.TEST_PLATFORM),
        ("jane.doe@gmail.com", "Jane Doe", SenderKind.FREEMAIL),
        ("jane@yahoo.co.uk", "", SenderKind.FREEMAIL),
        ("jane.doe@northwind.example", "Jane Doe", SenderKind.PERSON),
        ("jdoe@northwind.example", "Jane Doe", SenderKind.PERSON),
        ("eva.mueller@northwind.example", "Dr. Eva Müller", SenderKind.PERSON),
        ("jane.doe@northwind.example", "", SenderKind.PERSON),
        ("careers@northwind.example", "Northwind Careers", SenderKind.COMPANY),
        ("bewerbung@northwind.example", "", SenderKind.COMPANY),
        ("no-reply@northwind.example", "Jane Doe", SenderKind.COMPANY),
        ("northwind@northwind.example", "Northwind Talent Team", SenderKind.COMPANY),
        ("", "", SenderKind.COMPANY),
    ],
)
def test_the_kind_of_sender(spec: str, name: str, kind: SenderKind) -> None:
    assert sender_kind(address(spec, name)) is kind


@pytest.mark.parametrize(
    "spec",
    [
        "no-reply@a.example",
        "noreply@a.example",
        "do_not_reply@a.example",
        "donotreply@match.indeed.com",
        "bounce-12@a.example",
        "jobs-noreply@linkedin.com",
        "notification@jobvite.com",
        "system@successfactors.com",
        "northwind@myworkday.com",
        "x+autoreply@talent.icims.com",
        "mailer-daemon@a.example",
        "systemmessage@paycomonline.com",
        "nepasrepondre@a.example",
        "",
    ],
)
def test_nobody_reads_answers_there(spec: str) -> None:
    assert is_no_reply(address(spec))


@pytest.mark.parametrize(
    "spec",
    [
        "jane@x.teamtailor-mail.com",
        "kim@mail.manatal.com",
        "jane.doe@a.example",
        "systems.engineer@a.example",
        "northwind-jobs@m.personio.de",
        "hit-reply@linkedin.com",
        "x@inbound.workablemail.com",
    ],
)
def test_people_and_relays_can_be_answered(spec: str) -> None:
    assert not is_no_reply(address(spec))


@pytest.mark.parametrize(
    ("domain", "registered"),
    [
        ("mail.acme.co.uk", "acme.co.uk"),
        ("a.b.acme.example", "acme.example"),
        ("acme.example", "acme.example"),
        ("", ""),
    ],
)
def test_the_registered_domain(domain: str, registered: str) -> None:
    assert registered_domain(domain) == registered


def test_freemail_is_known_by_domain() -> None:
    assert is_freemail("gmail.com")
    assert is_freemail("GMX.de")
    assert not is_freemail("acme.example")
