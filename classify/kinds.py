"""The finer kind of a tagged message, where its cues tell it cheaply; empty where they do not."""

from classify.features import Features
from store.vocabulary import Tag

_ORDERED: dict[Tag, tuple[tuple[str, str], ...]] = {
    Tag.INVITATION: (("reschedule", "reschedule"), ("booking", "scheduling"), ("scheduling", "scheduling")),
    Tag.REJECTION: (("role_closed", "role closed"), ("other_candidate", "other candidate")),
    Tag.ACKNOWLEDGEMENT: (("receipt", "receipt"), ("will_review", "status note")),
    Tag.OTHER: (
        ("withdrawal", "withdrawal"),
        ("incomplete", "incomplete application"),
        ("account", "account"),
        ("job_alert", "job alert"),
        ("survey", "survey"),
        ("own_words", "applicant's words"),
        ("employed", "employment matters"),
        ("promotion", "promotion"),
        ("trade", "orders and bills"),
    ),
}


def kind_of(tag: Tag, features: Features) -> str:
    """The kind for people and for later steps: "scheduling", "reschedule", "receipt", …"""
    if tag is Tag.INVITATION and any(name.startswith("calendar:") for name in features.facts):
        return "cancellation" if "calendar:cancel" in features.facts else "scheduling"
    said = {hit.family for hit in (*features.hits, *features.subject_hits) if not hit.hedged}
    return next((kind for family, kind in _ORDERED.get(tag, ()) if family in said), "")
