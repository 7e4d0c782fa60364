"""A mail in its own shape: a document of its own that can do nothing, beside the text that is shown first."""

from heardback.web.desk import Desk
from store.vocabulary import Tag
from tests.web.arriving import REJECTION, arrive, mail
from tests.web.person import Person

HTML = "<html><body onload=alert(1)><p style='color:#900'>Dear Robin, <script>alert(1)</script>no.</p></body></html>"


def test_the_frame_forbids_everything_but_its_own_styles(desk: Desk, client: Person) -> None:
    number = arrive(desk.house, mail(REJECTION, html=HTML))

    answer = client.get(f"/mail/{number}/body")

    policy = answer.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "sandbox allow-popups allow-popups-to-escape-sandbox" in policy
    assert "frame-ancestors 'self'" in policy
    assert "script" not in policy
    assert '<p style="color:#900">Dear Robin, no.</p>' in answer.text
    assert "alert" not in answer.text


def test_text_comes_first_and_its_own_shape_is_one_step_away(desk: Desk, client: Person) -> None:
    number = arrive(desk.house, mail(REJECTION, html=HTML))

    plain, shaped = client.get(f"/mail/{number}").text, client.get(f"/mail/{number}?html=1").text

    assert '<details class="shaped">' in plain
    assert '<details class="shaped" open>' in shaped
    frame = f'<iframe src="/mail/{number}/body" title="The mail in its own shape'
    assert frame in plain
    assert 'sandbox="allow-popups allow-popups-to-escape-sandbox" referrerpolicy="no-referrer"' in plain


def test_plain_mail_has_no_frame_and_its_quotes_are_folded(desk: Desk, client: Person) -> None:
    number = arrive(desk.house, mail(f"{REJECTION}\nOn Monday Robin wrote:\n> Dear Kim,\n> I apply.\n"))

    shown = client.get(f"/mail/{number}").text

    assert "iframe" not in shown
    assert "Earlier mail, quoted" in shown
    assert "a person who" not in client.get(f"/mail/{number}/body").text


def test_markup_in_text_subject_and_names_is_only_text(desk: Desk, client: Person) -> None:
    evil = "<script>alert(1)</script>"
    made = mail(
        f"{evil} {REJECTION}", subject=f"Your application {evil}", sender=f'"{evil}" <kim@calder-trust.example>'
    )
    number = arrive(desk.house, made)

    for path in (f"/mail/{number}", "/", f"/mail/{number}/body"):
        assert evil not in client.get(path).text


def test_a_mail_that_is_not_there_is_told_calmly(client: Person) -> None:
    assert client.get("/mail/987654").status_code == 404
    assert "This mail is not shown in its own shape" in client.get("/mail/987654/body").text


def test_a_tag_is_corrected_with_one_press_and_the_application_moves(desk: Desk, client: Person) -> None:
    number = arrive(desk.house, mail(REJECTION))
    with desk.house.database.reading() as transaction:
        stored = transaction.mail.get(number)
    assert stored is not None
    assert stored.reading.verdict.tag is Tag.REJECTION
    home = f"/conversation/{stored.application_id}"
    assert "Declined" in client.get(home).text

    answer = client.press(f"/mail/{number}/correct", {"tag": "invitation"}, came_from=home)

    after = client.after(answer)
    assert "this mail says “invitation”" in after
    assert "Your turn" in after
    assert "you said so" in after
    assert 'action="/changes/' in after  # and can be undone


def test_a_tag_that_is_none_is_refused(desk: Desk, client: Person) -> None:
    number = arrive(desk.house, mail(REJECTION))

    assert "none of the tags" in client.after(client.press(f"/mail/{number}/correct", {"tag": "silence-timeout"}))


def test_a_mail_is_put_where_the_person_says(desk: Desk, client: Person) -> None:
    number = arrive(desk.house, mail(REJECTION))

    client.press(f"/mail/{number}/place", {"where": "none"})

    with desk.house.database.reading() as transaction:
        stored = transaction.mail.get(number)
    assert stored is not None
    assert stored.application_id is None
    assert "Choose where" in client.after(client.press(f"/mail/{number}/place", {"where": "elsewhere"}))
