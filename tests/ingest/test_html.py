"""HTML mail as its reader sees it."""

import time

import pytest

from ingest.html import html_to_text


@pytest.mark.parametrize(
    "hidden",
    [
        '<div style="display:none">secret</div>',
        '<div style="max-height:0px; overflow:hidden">secret</div>',
        '<span style="visibility: hidden">secret</span>',
        '<div style="font-size:0">secret</div>',
        '<div style="opacity:0;">secret</div>',
        '<div style="mso-hide:all">secret</div>',
        "<div hidden>secret</div>",
        "<script>secret</script>",
        "<style>secret</style>",
        "<!--[if mso]>secret<![endif]-->",
        '<img alt="" src="https://track.example/secret">',
    ],
)
def test_what_nobody_sees_is_dropped(hidden: str) -> None:
    assert html_to_text(f"<html><head><title>secret</title></head><body>{hidden}<p>Hello</p></body></html>") == "Hello"


def test_text_that_gets_its_size_back_is_kept() -> None:
    page = '<td style="font-size:0px;padding:10px"><div style="font-size:14px">Dear Eva</div></td>'

    assert html_to_text(f"<table><tr>{page}</tr></table>") == "Dear Eva"


def test_a_half_transparent_line_and_an_outlook_hidden_button_are_kept() -> None:
    page = '<p style="opacity:0.8">Seen</p><a href="https://acme.example/book" style="mso-hide:all">Book</a>'

    assert html_to_text(page) == "Seen\n\nBook <https://acme.example/book>"


def test_blocks_cells_and_lists_are_told_apart() -> None:
    page = "<h1>Title</h1><div>One</div><div>Two<br>Three</div><table><tr><td>A</td><td>B</td></tr><tr><td>C</td></tr>"
    page += "</table><ul><li>x</li><li>y</li></ul><p>Hel<b>lo</b>  there</p>"

    assert html_to_text(page) == "Title\n\nOne\nTwo\nThree\nA  B\nC\n- x\n- y\n\nHello there"


def test_links_show_their_target_unless_it_is_their_text() -> None:
    page = '<a href="https://acme.example/pick">Pick a time</a> or <a href="https://www.acme.example/">acme.example</a>'

    assert html_to_text(page) == "Pick a time <https://acme.example/pick> or acme.example"


def test_quoted_history_is_marked_and_forwards_are_not() -> None:
    quote = '<div class="gmail_quote"><div>On 3 Mar Jane wrote:</div><blockquote>Old</blockquote></div>'
    forward = '<div class="gmail_quote">---------- Forwarded message ---------<br>From: Jane<br><br>Come!</div>'

    assert html_to_text(f"<p>New</p>{quote}") == "New\n\n> On 3 Mar Jane wrote:\n>\n> > Old"
    assert html_to_text(forward) == "---------- Forwarded message ---------\nFrom: Jane\n\nCome!"


def test_outlooks_divider_begins_the_history() -> None:
    page = '<p>New</p><div id="divRplyFwdMsg"><b>From:</b> Jane<br><b>Sent:</b> Monday</div>'

    assert "-----Original Message-----\nFrom: Jane" in html_to_text(page)


def test_preformatted_lines_stay_lines() -> None:
    assert html_to_text('<div style="white-space:pre-wrap">a\nb\n\nc</div><pre>d\n  e</pre>') == "a\nb\n\nc\n\nd\n  e"


@pytest.mark.parametrize(
    "page",
    [
        "<table><tr><td style='padding:1px'><p>Some words <a href='https://a.example/x'>here</a></p></td></tr></table>"
        * 17_000,
        "<div>" * 200_000 + "x",
        "<b>" * 100_000 + "<p>x" * 1_000,
        "<blockquote>" * 50_000 + "x",
        "<" * 500_000,
    ],
    ids=["large", "deep", "formatting", "quotes", "angles"],
)
def test_large_and_hostile_pages_stay_under_a_second(page: str) -> None:
    begin = time.process_time()

    html_to_text(page)

    assert time.process_time() - begin < 1.5
