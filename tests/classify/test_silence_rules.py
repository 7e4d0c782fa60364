"""The rules of time, one by one."""

from datetime import date

from store.vocabulary import EventKind, NextAction, RejectionReason, Stage, Status, Tag
from tests.classify.histories import event, state

APPLIED = event(EventKind.APPLIED, "2026-03-02")
RECEIPT = event(EventKind.RECEIPT, "2026-03-03", human=False)


def test_a1_an_application_without_receipt_is_nudged_after_seven_business_days() -> None:
    before, due = state(APPLIED, now="2026-03-10"), state(APPLIED, now="2026-03-11")

    assert (before.status, before.next_action) == (Status.WAITING_ON_THEM, NextAction.NONE)
    assert (due.status, due.next_action, due.tag) == (Status.SILENT, NextAction.FOLLOW_UP, Tag.SILENCE_TIMEOUT)
    assert (due.silent_since, due.deadline) == (date(2026, 3, 2), date(2026, 3, 11))


def test_a1_has_one_nudge_only_and_is_ghosted_after_thirty_days() -> None:
    chased = event(EventKind.CHASED, "2026-03-12")

    assert state(APPLIED, chased, now="2026-03-31").next_action is NextAction.NONE
    assert not state(APPLIED, chased, now="2026-03-31").ghosted
    assert state(APPLIED, chased, now="2026-04-01").ghosted


def test_a2_a_receipt_starts_the_clock_anew() -> None:
    # Ten business days after 3 March is 17 March.
    assert state(APPLIED, RECEIPT, now="2026-03-16").status is Status.WAITING_ON_THEM
    assert state(APPLIED, RECEIPT, now="2026-03-17").status is Status.SILENT


def test_a2_waits_for_a_stated_closing_date() -> None:
    receipt = event(EventKind.RECEIPT, "2026-03-03", human=False, closing_date="2026-03-20")

    assert state(APPLIED, receipt, now="2026-04-01").status is Status.WAITING_ON_THEM
    # Ten business days after 20 March, past Good Friday and Easter Monday: 7 April.
    assert state(APPLIED, receipt, now="2026-04-07").next_action is NextAction.FOLLOW_UP


def test_a_second_nudge_counts_from_the_first_chase() -> None:
    chased = event(EventKind.CHASED, "2026-03-18")

    between, second = (
        state(APPLIED, RECEIPT, chased, now="2026-03-27"),
        state(APPLIED, RECEIPT, chased, now="2026-04-01"),
    )
    assert (between.status, between.next_action) == (Status.SILENT, NextAction.NONE)
    assert (second.next_action, second.follow_ups_sent) == (NextAction.FINAL_FOLLOW_UP, 1)


def test_x_there_are_two_follow_ups_and_no_more() -> None:
    chases = (event(EventKind.CHASED, "2026-03-18"), event(EventKind.CHASED, "2026-04-02"))

    late = state(APPLIED, RECEIPT, *chases, now="2026-07-01")
    assert (late.next_action, late.follow_ups_sent, late.ghosted) == (NextAction.NONE, 2, True)
    assert late.status is Status.SILENT


def test_a3_a_call_counts_as_held_once_its_time_has_passed() -> None:
    booked = event(EventKind.BOOKED, "2026-03-04", start="2026-03-10 10:00", stage="screening")

    ahead = state(APPLIED, booked, now="2026-03-09")
    assert (ahead.stage, ahead.status, ahead.next_action) == (Stage.SCREENING, Status.WAITING_ON_THEM, NextAction.NONE)
    assert ahead.interview_at is not None
    # Five business days after the 10th is the 17th.
    assert state(APPLIED, booked, now="2026-03-16").status is Status.WAITING_ON_THEM
    assert state(APPLIED, booked, now="2026-03-17").status is Status.SILENT
    assert state(APPLIED, booked, now="2026-03-31").ghosted


def test_a_cancelled_call_is_not_held() -> None:
    booked = event(EventKind.BOOKED, "2026-03-04", start="2026-03-10 10:00", stage="screening")
    cancelled = event(EventKind.CANCELLED, "2026-03-09", uid="")

    after = state(APPLIED, booked, cancelled, now="2026-03-11")
    assert after.next_action is NextAction.NONE
    assert after.history.last_interview is None


def test_a_moved_interview_counts_from_its_new_date() -> None:
    booked = event(EventKind.BOOKED, "2026-03-04", start="2026-03-10 10:00")
    moved = event(EventKind.BOOKED, "2026-03-09", start="2026-03-16 10:00")

    assert state(APPLIED, booked, moved, now="2026-03-17").deadline == date(2026, 3, 18)
    assert state(APPLIED, booked, moved, now="2026-03-23").status is Status.SILENT


def test_y_thanks_are_due_after_an_interview_and_expire() -> None:
    booked = event(EventKind.BOOKED, "2026-03-04", start="2026-03-10 10:00")

    assert state(APPLIED, booked, now="2026-03-10 15:00").next_action is NextAction.THANK_YOU
    assert state(APPLIED, booked, now="2026-03-12 20:00").next_action is NextAction.THANK_YOU
    assert state(APPLIED, booked, now="2026-03-13").next_action is NextAction.NONE
    thanked = event(EventKind.THANKED, "2026-03-10 18:00")
    assert state(APPLIED, booked, thanked, now="2026-03-11").next_action is NextAction.NONE


def test_p_a_promise_holds_follow_ups_back() -> None:
    booked = event(EventKind.BOOKED, "2026-03-04", start="2026-03-10 10:00")
    promise = event(EventKind.ANSWER, "2026-03-11", human=True, promise="2026-03-27", promise_sentence="By the 27th.")

    waiting = state(APPLIED, booked, promise, now="2026-03-30")
    assert waiting.status is Status.WAITING_ON_THEM
    assert waiting.deadline == date(2026, 3, 31)
    assert "By the 27th." in waiting.deadline_rests_on
    assert state(APPLIED, booked, promise, now="2026-03-31").next_action is NextAction.FOLLOW_UP


def test_t_our_turn_is_never_silence() -> None:
    asked = event(EventKind.INVITED, "2026-03-05", stage="screening", human=True)

    old = state(APPLIED, asked, now="2026-12-27")
    assert (old.status, old.next_action) == (Status.WAITING_ON_ME, NextAction.REPLY_TO_INVITATION)
    assert (old.ghosted, old.silent_since) == (False, None)


def test_our_answer_hands_the_turn_over() -> None:
    asked = event(EventKind.INVITED, "2026-03-05", stage="screening", human=True)
    replied = event(EventKind.REPLIED, "2026-03-06")

    assert state(APPLIED, asked, replied, now="2026-03-09").status is Status.WAITING_ON_THEM
    assert state(APPLIED, asked, replied, now="2026-03-13").next_action is NextAction.FOLLOW_UP


def test_an_assessment_waits_for_us_until_it_is_handed_in() -> None:
    test = event(EventKind.ASSESSMENT, "2026-03-05", human=False, due="2026-03-12")
    done = event(EventKind.SUBMITTED, "2026-03-10")

    open_ = state(APPLIED, test, now="2026-03-09")
    assert (open_.next_action, open_.deadline) == (NextAction.COMPLETE_ASSESSMENT, date(2026, 3, 12))
    assert state(APPLIED, test, done, now="2026-03-16").status is Status.WAITING_ON_THEM
    assert state(APPLIED, test, done, now="2026-03-17").status is Status.SILENT


def test_an_open_offer_keeps_its_status() -> None:
    offer = event(EventKind.OFFERED, "2026-03-20", human=True)

    open_ = state(APPLIED, offer, now="2026-05-20")
    assert (open_.stage, open_.status, open_.next_action) == (Stage.OFFER, Status.OFFER, NextAction.REPLY_TO_OFFER)
    answered = state(APPLIED, offer, event(EventKind.REPLIED, "2026-03-21"), now="2026-03-22")
    assert (answered.status, answered.next_action) == (Status.OFFER, NextAction.NONE)


def test_f_follow_ups_rest_over_the_turn_of_the_year() -> None:
    applied = event(EventKind.APPLIED, "2026-12-10")

    assert state(applied, now="2026-12-28").status is Status.WAITING_ON_THEM
    # Seven business days after 10 December: 11, 14-18, and then 4 January.
    assert state(applied, now="2027-01-04").next_action is NextAction.FOLLOW_UP
    late = event(EventKind.APPLIED, "2026-12-01")
    assert state(late, now="2026-12-23").next_action is NextAction.NONE


def test_r_notices_do_not_restart_the_clock() -> None:
    notice = event(EventKind.NOTICE, "2026-03-09", human=False)
    assert state(APPLIED, notice, now="2026-03-11").status is Status.SILENT
    again = event(EventKind.RECEIPT, "2026-03-10", human=False)
    assert state(APPLIED, RECEIPT, notice, now="2026-03-17").status is Status.SILENT
    assert again.kind is EventKind.RECEIPT


def test_g_a_human_mail_revives_a_silent_application() -> None:
    answer = event(EventKind.ANSWER, "2026-05-04", human=True)

    revived = state(APPLIED, RECEIPT, answer, now="2026-05-05")
    assert (revived.status, revived.ghosted, revived.tag) == (Status.WAITING_ON_THEM, False, Tag.ACKNOWLEDGEMENT)


def test_g_only_a_new_step_reopens_a_closed_one() -> None:
    rejected = event(EventKind.REJECTED, "2026-03-20", human=True, reason="other_candidate")
    answer = event(EventKind.ANSWER, "2026-03-25", human=True)
    invited = event(EventKind.INVITED, "2026-04-10", stage="final", human=True)

    assert state(APPLIED, rejected, answer, now="2026-03-26").status is Status.REJECTED
    reopened = state(APPLIED, rejected, answer, invited, now="2026-04-10")
    assert (reopened.stage, reopened.status) == (Stage.FINAL, Status.WAITING_ON_ME)


def test_c_a_rejection_is_answered_once() -> None:
    rejected = event(EventKind.REJECTED, "2026-03-20", human=True, reason="role_frozen")

    closed = state(APPLIED, rejected, now="2026-03-21")
    assert (closed.stage, closed.status, closed.tag) == (Stage.CLOSED, Status.REJECTED, Tag.REJECTION)
    assert (closed.next_action, closed.rejection_reason) == (
        NextAction.STAY_CONNECTED_REPLY,
        RejectionReason.ROLE_FROZEN,
    )
    answered = state(APPLIED, rejected, event(EventKind.REPLIED, "2026-03-21"), now="2026-03-22")
    assert answered.next_action is NextAction.NONE


def test_n_nobody_to_answer_means_no_reply() -> None:
    rejected = event(EventKind.REJECTED, "2026-03-20", human=False, reason="not_stated")

    assert state(APPLIED, rejected, now="2026-03-21", can_reply=False).next_action is NextAction.NONE


def test_w_a_withdrawal_closes_it() -> None:
    gone = state(APPLIED, event(EventKind.WITHDREW, "2026-03-06"), now="2026-06-01")

    assert (gone.stage, gone.status, gone.next_action) == (Stage.CLOSED, Status.WITHDRAWN, NextAction.NONE)


def test_later_events_are_ignored() -> None:
    rejected = event(EventKind.REJECTED, "2026-03-20", human=True, reason="not_stated")

    assert state(APPLIED, rejected, now="2026-03-11").status is Status.SILENT
