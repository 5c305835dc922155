"""Marking in a process of its own."""

from console.audience.mark import Book, Circumstances, Marked, Marker
from console.audience.marking import Marking
from console.audience.product_mention import ProductNames
from console.model.comment import Comment
from tests.support.eventually import eventually

BOOK = Book(products={"mug": ProductNames(2, ("マグ",))})
COMMENTS = [Comment(id=f"c{n}", viewer=f"v{n}", text=f"マグ{n}個ください、送料は？", at_us=n) for n in range(50)]


def test_a_process_marks_as_the_engine_would_and_says_when_it_is_gone() -> None:
    marking = Marking()
    try:
        assert eventually(lambda: marking.is_ready, within_s=20)
        for circumstances in (Circumstances(topic="mug"), Circumstances()):
            assert marking.give(COMMENTS, circumstances, BOOK)
            answers = _answers(marking)
            assert [one.question for one in answers[0].comments] == ["q/c0"] * 50
        expected = Marker(BOOK).mark(COMMENTS, Circumstances(topic="mug"))
        assert answers[0].comments[0] == expected.comments[0]
        marking._child.process.kill()
        assert eventually(lambda: not marking.alive)
        assert marking.answer() is None
    finally:
        marking.close()


def _answers(marking: Marking) -> list[Marked]:
    answers: list[Marked] = []

    def taken() -> bool:
        answer = marking.answer()
        answers.extend([answer] if answer is not None else [])
        return bool(answers)

    assert eventually(taken)
    return answers
