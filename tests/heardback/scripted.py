"""A person whose answers are written down beforehand."""

from collections.abc import Sequence


class Scripted:
    """Implements ``heardback.dialogue.Asking``: answers go by how questions begin, in order where one comes twice."""

    is_there = True

    def __init__(self, *answers: tuple[str, str]) -> None:
        self._answers = list(answers)
        self.said: list[str] = []
        self.questions: list[str] = []

    def say(self, sentence: str) -> None:
        self.said.append(sentence)

    def text(self, question: str, flag: str, default: str = "") -> str:
        return self._answer(question) or default

    def secret(self, question: str, flag: str) -> str:
        return self._answer(question)

    def yes(self, question: str, flag: str, *, default: bool) -> bool:
        return {"y": True, "n": False, "": default}[self._answer(question)]

    def choice(self, question: str, choices: Sequence[tuple[str, str]], flag: str) -> str:
        answer = self._answer(question) or choices[0][0]
        assert answer in [key for key, _ in choices], f"{answer} is none of {choices}"
        return answer

    def _answer(self, question: str) -> str:
        self.questions.append(question)
        for number, (beginning, answer) in enumerate(self._answers):
            if question.startswith(beginning):
                del self._answers[number]
                return answer
        raise AssertionError(f"nobody expected to be asked: {question}")
