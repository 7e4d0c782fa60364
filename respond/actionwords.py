"""Each next step as a short request."""

from store.vocabulary import NextAction

_ACTIONS: dict[NextAction, tuple[str, str]] = {
    NextAction.REPLY_TO_INVITATION: ("Answer the invitation", "Answer {who}’s invitation"),
    NextAction.REPLY_TO_REQUEST: ("Send what they asked for", "Send {who} what they asked for"),
    NextAction.COMPLETE_ASSESSMENT: ("Do the assessment", "Do the assessment {who} sent"),
    NextAction.REPLY_TO_OFFER: ("Answer the offer", "Answer {who}’s offer"),
    NextAction.THANK_YOU: ("Send the thank-you note", "Thank {who} for the conversation"),
    NextAction.FOLLOW_UP: ("Follow up", "Follow up with {who}"),
    NextAction.FINAL_FOLLOW_UP: ("Send the last follow-up", "Follow up with {who} a last time"),
    NextAction.STAY_CONNECTED_REPLY: (
        "Answer the decision, and stay in touch",
        "Answer {who} kindly, and stay in touch",
    ),
    NextAction.RECONNECT: ("Get in touch again", "Get in touch with {who} again"),
    NextAction.NONE: ("Have a look", "Have a look"),
}
"""Each step, without and with the person it is owed to."""


def action_words(action: NextAction, who: str = "") -> str:
    """A next action as a short request, with the name of the one it is owed to where that is known."""
    plain, named = _ACTIONS[action]
    return named.format(who=who) if who else plain
