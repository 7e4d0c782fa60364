"""What is looked for in a quick way is found as by looking everywhere, on a sample of the corpus and on odd texts."""

import random
import re
import unicodedata

import pytest

from classify import automatic, form_features, hedges
from classify.corpus import message_of, read_corpus
from classify.cues import LANGUAGES, cue_table, find_cues, job_terms, may_hold_job_terms
from classify.features import _MASKS, _WORD, features_of, grams, tokens
from classify.folding import _GERMAN, _QUOTES, folded
from classify.modelfile import shipped_model_path
from classify.sentences import Sentence, sentences
from classify.tagger import Context, Tagger

ROWS = read_corpus(shipped_model_path().parent / "corpus")[::25]
CHANCE = random.Random(7)
ODD = (
    "",
    " \n\t ",
    "?",
    "a." * 3_000,
    "word " * 4_000,
    "x" * 5_000,
    "İstanbul ıs ſtill K ﬁne: e\u0301te\u0301, re\u0301sume\u0301",
    "\u0000\u0001\u2028\u2029 ½ Ⅳ ² ١٢٣ ７８ 𝔘nfortunately",
    "Not to. n't\u00a0able—we ‘regret’ “that” [name] {{x}} <y@z.example> www.x.example http://y :-) £40 • new",
    "".join(map(chr, CHANCE.sample(range(0x20, 0xD7FF), 3_000))),
)
TEXTS = tuple(text for row in ROWS for text in (row.subject, row.body)) + ODD


@pytest.fixture(scope="module")
def found() -> list[tuple[str, tuple[Sentence, ...]]]:
    languages = [*[row.language for row in ROWS for _ in range(2)], *("en" for _ in ODD)]
    return [(language, sentences(text, language)) for language, text in zip(languages, TEXTS, strict=True)]


def test_cues_are_those_of_all_patterns_whose_anchors_are_there(
    found: list[tuple[str, tuple[Sentence, ...]]],
) -> None:
    for language, each in found:
        expected = {
            (cue.family, number, sentence.is_hedged(match.start()))
            for cue in cue_table(language)
            for number, sentence in enumerate(each)
            if any(anchor in sentence.folded for anchor in cue.anchors)
            for match in cue.pattern.finditer(sentence.folded)
        }

        assert {(hit.family, hit.sentence, hit.hedged) for hit in find_cues(each, language)} == expected


def test_no_hedge_and_no_term_is_without_its_pieces(found: list[tuple[str, tuple[Sentence, ...]]]) -> None:
    for sentence in (sentence for _, each in found for sentence in each):
        for language in LANGUAGES:
            rules = hedges._LANGUAGES[language]
            for pattern, pieces in ((rules.mark, rules.marks), (rules.general, rules.generals)):
                assert pattern.search(sentence.folded) is None or any(piece in sentence.folded for piece in pieces)
            for match in job_terms(language).finditer(sentence.folded):
                assert may_hold_job_terms(match.group(), language)


def test_links_and_words_of_machines_are_found_as_by_the_pattern_alone() -> None:
    said = (
        "Please do NOT reply to this message.",
        "This is an automated e-mail",
        "Diese Nachricht wurde automatisch erstellt",
        "Mensaje AUTOMÁTICO",
        "Ne pas RÉPONDRE",
        "thiſ is an automatic note",
        "This is a system-generated mail",
        "An address is not monitored",
    )
    for text in (*TEXTS, *said):
        assert automatic._says_so(text) == (automatic._SAYS_SO.pattern.search(text) is not None)
        plain = folded(text, "en")
        assert form_features._links_in(plain) == len(form_features._LINK.pattern.findall(plain))
    assert all(map(automatic._says_so, said))


def test_words_for_i_and_you_are_counted_as_by_a_pattern(found: list[tuple[str, tuple[Sentence, ...]]]) -> None:
    first = re.compile(r"\b(?:i|my|me|ich|mein|meine|je|j'ai|mon|ma|mi|mis|yo)\b")
    second = re.compile(r"\b(?:you|your|sie|ihre|ihnen|du|dein|vous|votre|vos|tu|su|sus|usted|te)\b")
    for _, each in found:
        whole = " ".join(sentence.folded for sentence in each)
        one, other = len(first.findall(whole)), len(second.findall(whole))

        assert form_features._text_facts(each)["text:speaks of itself"] == one / (one + other + 2)


def test_folding_sign_by_sign_is_folding_the_whole() -> None:
    for text in TEXTS:
        for language, table in (("en", {}), ("de", _GERMAN)):
            plain = unicodedata.normalize("NFKD", text.translate(_QUOTES).lower().translate(table))
            bare = "".join(sign for sign in plain if not unicodedata.combining(sign))

            assert folded(text, language) == " ".join(bare.split())


def test_words_are_masked_whenever_a_mask_fits(found: list[tuple[str, tuple[Sentence, ...]]]) -> None:
    for sentence in (sentence.folded for _, each in found for sentence in each):
        may = any(sign in sentence for sign in ".@[<{")
        masked = _MASKS.sub(lambda match: f" x{match.lastgroup} ", sentence) if may else sentence

        assert tokens(sentence) == ["0" if word[0].isdigit() else word for word in _WORD.findall(masked)]


def test_n_grams_are_runs_of_words() -> None:
    words = "we are glad to meet you".split()
    runs = [" ".join(words[at : at + length]) for length in (1, 2, 3) for at in range(len(words) - length + 1)]

    assert list(grams(words, "en")) == runs
    assert list(grams(words, "de"))[: len(runs)] == runs
    assert grams((), "de") == grams((), "en") == ()


def test_mails_tagged_together_are_tagged_as_alone(shipped_tagger: Tagger) -> None:
    messages = [message_of(row) for row in ROWS[::3]]
    contexts = [
        Context(frozenset(), number % 4 == 0, (None, True, False)[number % 3]) for number in range(len(messages))
    ]

    together = shipped_tagger.verdicts(messages, contexts)

    assert list(together) == [shipped_tagger.verdict(*each) for each in zip(messages, contexts, strict=True)]


def test_rows_of_the_model_are_those_of_its_n_grams(shipped_tagger: Tagger) -> None:
    assert shipped_tagger.model is not None
    for row in ROWS:
        features = features_of(message_of(row), language=row.language)
        block = shipped_tagger.model.languages[row.language].mail.texts[0]
        known = [block.rows[gram] for gram in features.body_grams if gram in block.rows]
        counted = block.counted([part.words for part in features.parts], row.language)

        assert list(counted.items()) == [(place, known.count(place)) for place in dict.fromkeys(known)]
