"""The running text of ``docs/torture.md``."""

from tests.faults.cells import Line

HEAD = """\
# When everything fails

What heardback does when lines, servers, the disk or the program itself fail, as it was seen on {days}.
`make torture` (`python -m bench.torture`) makes all of it fail again and writes this page anew; the test suite does
a part of it each time. Real servers on one machine: Dovecot {dovecot} for reading and for submission, aiosmtpd
{aiosmtpd} for sending. Minutes are by the clock, on {cores} cores that may have had other work as well.

A person lives through a week: mail is read and answered by a draft, the draft is changed and its copy in Drafts
replaced, news is waited for, the draft is approved and sent, the digest goes out, and a second one is put into the
inbox because there is no way to send any more. A proxy that follows the conversation strikes once, in one phase of
it. The week goes on, and rounds without a fault follow.

In every cell and after every step it is looked up on the servers and in the store, past heardback's own code: no
mail is lost or stored twice, no draft lies twice in Drafts or Sent, nothing was sent twice or without an approval,
no flag was touched, the store is whole, and the rounds without a fault have made all good.

"""
WORDS = """
The tables below hold a word for what came of it, and the number of the sentence that the person was told (listed
under [What the person was told](#what-the-person-was-told)).

| word | what was seen |
|---|---|
| on | nothing had to be told; the week went on in the same round |
| later | told as passing; tried again by itself, and good at the next round |
| told | told as something that may need the person; tried again all the same, and good once it was over |
| rests | signing in was refused: the account rests, to lock nobody out, until the person has looked |
| failed | certainly not sent, and refused for good: the draft waits for the person with the server's words |
| unknown | the text was handed over and no answer came: shown to the person, and never sent again by itself |
| · | cannot happen there |
"""
NAMES = {
    Line.IMAP: "IMAP (Dovecot)",
    Line.SMTP: "SMTP (aiosmtpd)",
    Line.STARTTLS: "SMTP with STARTTLS (aiosmtpd)",
    Line.SUBMISSION: "Submission (Dovecot)",
}
FURTHER = """\
## At every later time

The tables above strike when a phase is come to for the first time in the week. {cells} more cells strike at every
later time: closed before the command, closed with the answer lost, and NO. How often each outcome was seen:

"""
STORE_HEAD = """\
## The disk and the store

The trouble begins at a moment of the week and lasts until the program can do nothing more that week; then it is
over, and the same program goes on, or is started again. After a start, a mail whose sending was not yet noted as
done may be *unknown*: the process that knew of it is gone.

"""
DAMAGE_HEAD = """\
A store that is damaged is set aside by the person, as the sentence says, and the mailbox makes a new one. Where
nothing was told (*on*), what heardback did just then had not come upon the damage.

"""
MAILBOX_HEAD = """\
## On the mail server

"""
DEATHS = """\
## Killed

The program was killed (SIGKILL) right before and right after every one of the {commits} commits of a week with
rounds, an edit, a sending and a digest: {points} deaths. Each time it was started again and the week lived to its
end.
"""
WEEKS = """\
## Any weeks

A Hypothesis state machine (`tests/faults/anyweeks.py`) makes lives up. Mail arrives; the person edits, approves,
takes back, discards, and edits, deletes or sends by hand in a mail program; time passes; heardback polls, sends,
digests and is started again; meanwhile lines break, another process holds the store, mail gets new numbers, and the
program dies at a commit. After every step the world is held against a model of what was delivered, written,
approved and sent, and at the end of each life, after rounds without a fault, all must be in order.

"""
LIVED = {
    "steps": "steps",
    "lives": "lives, each with a mailbox and a store of its own",
    "mails delivered": "mails delivered",
    "drafts": "drafts",
    "texts written by the person": "texts the person wrote into drafts, here or in a mail program",
    "mails sent": "mails sent",
    "faults that struck": "faults of a line that struck",
    "times the store was held": "times another process held the store",
    "deaths at a commit": "deaths of the program at a commit",
    "works that ended in a sentence": "works that ended in a sentence",
}
TOLD_HEAD = """\
## What the person was told

`(server)`, `(folder)` and `(its words)` stand for what is different everywhere.

"""
