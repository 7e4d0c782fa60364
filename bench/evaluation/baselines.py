"""Simpler taggers to stand beside ours: one word, a list of key phrases, and plain TF-IDF without any cues."""

from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np

from classify.corpus import Row
from classify.language import language_of
from store.records import Verdict
from store.vocabulary import MESSAGE_TAGS, Tag

KEY_PHRASES: tuple[tuple[Tag, str], ...] = (
    (
        Tag.REJECTION,
        "unfortunately|not to move forward|not be moving forward|other candidates|regret to|not been successful|"
        "not selected|position has been filled|unsuccessful|leider|absage|anderen bewerber|andere kandidat|"
        "malheureusement|pas donner suite|pas été retenue|regret|lamentablemente|no has sido seleccionad|"
        "otro candidato|no continuar",
    ),
    (
        Tag.OFFER,
        "offer letter|pleased to offer|happy to offer|job offer|offer of employment|vertragsangebot|arbeitsvertrag|"
        "stellenangebot für sie|promesse d'embauche|lettre d'offre|oferta de empleo|carta oferta|contrato adjunto",
    ),
    (
        Tag.ASSESSMENT,
        "assessment|coding test|coding challenge|hackerrank|take-home|online test|video interview|questionnaire|"
        "eignungstest|online-test|probeaufgabe|test en ligne|test technique|prueba técnica|prueba online",
    ),
    (
        Tag.INVITATION,
        "interview|schedule a call|your availability|invite you|vorstellungsgespräch|kennenlernen|gesprächstermin|"
        "entretien|vos disponibilités|entrevista|tu disponibilidad|su disponibilidad",
    ),
    (
        Tag.ACKNOWLEDGEMENT,
        "thank you for applying|received your application|application has been received|thanks for applying|"
        "thank you for your application|ihre bewerbung erhalten|eingang ihrer bewerbung|danke für ihre bewerbung|"
        "bien reçu votre candidature|accusons réception|hemos recibido tu|hemos recibido su|gracias por tu solicitud",
    ),
    (
        Tag.OUTREACH,
        "your profile|came across|great opportunity|open to new|would you be interested|ihr profil|auf ihr profil|"
        "votre profil|opportunité|tu perfil|su perfil|oportunidad",
    ),
)
"""What somebody would write down in ten minutes; the first line that fits decides."""
_SURE = 0.9


def unfortunately(rows: Iterable[Row]) -> tuple[Verdict, ...]:
    """A rejection where the word "unfortunately" stands, else ``other``."""
    return tuple(
        _said(Tag.REJECTION if "unfortunately" in _text(row) else Tag.OTHER, "“unfortunately”") for row in rows
    )


def key_phrases(rows: Iterable[Row]) -> tuple[Verdict, ...]:
    """The first tag of ``KEY_PHRASES`` of which one phrase stands in the mail."""
    table = tuple((tag, tuple(phrases.split("|"))) for tag, phrases in KEY_PHRASES)
    return tuple(_said(_first(table, _text(row)), "key phrases") for row in rows)


def _first(table: tuple[tuple[Tag, tuple[str, ...]], ...], text: str) -> Tag:
    return next((tag for tag, phrases in table if any(phrase in text for phrase in phrases)), Tag.OTHER)


def _text(row: Row) -> str:
    return f"{row.subject}\n{row.body}".lower().replace("’", "'")


def _said(tag: Tag, name: str) -> Verdict:
    rest = (1.0 - _SURE) / (len(MESSAGE_TAGS) - 1)
    return Verdict(tag, tuple(_SURE if each is tag else rest for each in MESSAGE_TAGS), False, (), name)


class TfIdf:
    """Word 1- and 2-grams of subject and body, and a balanced logistic regression: one model a language."""

    def __init__(self, rows: Sequence[Row]) -> None:
        languages = sorted({row.language for row in rows})
        self._models = {name: _fitted([row for row in rows if row.language == name]) for name in languages}

    def verdicts(self, rows: Sequence[Row]) -> tuple[Verdict, ...]:
        """A verdict for each row, in order; a language without a model is read by the English one."""
        found: list[Verdict | None] = [None] * len(rows)
        for language, model in self._models.items():
            chosen = [at for at, row in enumerate(rows) if self._language(row) == language]
            if chosen:
                shares = model.predict_proba([_text(rows[at]) for at in chosen])
                columns = [list(model.classes_).index(tag.value) for tag in MESSAGE_TAGS]
                for at, share in zip(chosen, shares[:, columns], strict=True):
                    tag = MESSAGE_TAGS[int(np.argmax(share))]
                    found[at] = Verdict(tag, tuple(map(float, share)), False, (), "TF-IDF")
        return tuple(verdict for verdict in found if verdict is not None)

    def _language(self, row: Row) -> str:
        language = row.language or language_of(_text(row))
        return language if language in self._models else "en"


def _fitted(rows: Sequence[Row]) -> Any:
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sklearn.linear_model import LogisticRegression
    from sklearn.pipeline import make_pipeline
    from threadpoolctl import threadpool_limits  # type: ignore[import-untyped]  # it ships no types

    model = make_pipeline(
        TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True, min_df=2),
        LogisticRegression(C=10.0, class_weight="balanced", max_iter=300),
    )
    with threadpool_limits(1):
        model.fit([_text(row) for row in rows], [row.tag.value for row in rows])
    return model
