"""What several viewers ask is one question."""

from console.model.commands import AnswerQuestion, ClaimQuestion, DropQuestion, MuteViewer, ReopenQuestion
from console.model.comment import ASKERS_KEPT, QUESTIONS_KEPT, Question
from console.model.facts import CommentsMarked
from tests.support.talk import asking, comment, talking


def test_the_same_question_of_several_viewers_is_one_and_all_are_counted() -> None:
    desk = talking()
    state = desk.do(asking(1, 2), asking(3, text="送料いくら"))
    [question] = state.questions.values()
    assert (question.asked, question.viewers, question.comment) == (3, ("v1", "v2", "v3"), "c1")
    assert question.text == "送料は？", "in the words of the first"
    assert state.audience.questions == 3


def test_one_answer_answers_its_twins_those_that_come_late_too() -> None:
    desk = talking()
    state = desk.do(asking(1, 2), AnswerQuestion("q1"), asking(3))
    question = state.questions["q1"]
    assert (question.phase, question.asked, question.is_pending) == ("answered", 3, False)
    assert question.answered_us > question.since_us


def test_an_answer_in_writing_is_told_apart() -> None:
    assert talking().do(asking(1), AnswerQuestion("q1", typed=True)).questions["q1"].phase == "typed"


def test_a_question_is_claimed_by_one_and_comes_back_when_it_is_reopened() -> None:
    desk = talking()
    desk.do(asking(1), ClaimQuestion("q1", " 佐藤 "))
    assert desk.state.questions["q1"].claimed_by == "佐藤"
    assert desk.do(ClaimQuestion("q1", "佐藤")) is desk.state
    assert desk.refused(ClaimQuestion("q1", "鈴木")).params == {"by": "佐藤"}
    assert desk.refused(ClaimQuestion("q1", " ")).code == "who_is_missing"
    desk.do(ReopenQuestion("q1"), ClaimQuestion("q1", "鈴木"), DropQuestion("q1"))
    assert desk.state.questions["q1"].phase == "dropped"
    assert desk.refused(ClaimQuestion("q1", "鈴木")).code == "question_over"
    reopened = desk.do(AnswerQuestion("q1"), ReopenQuestion("q1")).questions["q1"]
    assert (reopened.phase, reopened.claimed_by, reopened.answered_us) == ("open", "", 0)


def test_a_question_that_nobody_knows_is_refused() -> None:
    for command in (ClaimQuestion("q9", "a"), AnswerQuestion("q9"), DropQuestion("q9"), ReopenQuestion("q9")):
        assert talking().refused(command).code == "no_such_question"


def test_questions_that_are_done_make_room_first_then_the_oldest() -> None:
    desk = talking()
    for number in range(QUESTIONS_KEPT):
        desk.do(asking(number, question=f"q{number}"))
    desk.do(AnswerQuestion("q7"), DropQuestion("q9"))
    for number in range(1_000, 1_003):
        desk.do(asking(number, question=f"q{number}"))
    assert len(desk.state.questions) == QUESTIONS_KEPT
    gone = {f"q{number}" for number in range(QUESTIONS_KEPT)} - desk.state.questions.keys()
    assert gone == {"q7", "q9", "q0"}


def test_those_who_asked_are_remembered_up_to_a_limit_and_all_are_counted() -> None:
    question = talking().do(asking(*range(200))).questions["q1"]
    assert (len(question.viewers), question.asked) == (ASKERS_KEPT, 200)


def test_what_a_marker_says_is_bounded_and_belongs_to_the_show() -> None:
    desk = talking()
    odd = Question(id="q1", text="?" * 9_000, product="nothing", phase="answered", asked=7, viewers=("x",) * 99)
    desk.do(CommentsMarked((comment(1, question="q1"), comment(2, question="of nobody")), (odd,)))
    [question] = desk.state.questions.values()
    assert (len(question.text), question.product, question.phase, question.asked) == (500, "", "open", 1)
    assert question.viewers == ("v1",)


def test_what_only_a_muted_viewer_asked_waits_no_more_what_others_ask_does() -> None:
    desk = talking()
    both = (comment(2, question="q2", viewer="v1"), comment(3, question="q2"))
    state = desk.do(asking(1), CommentsMarked(both, (Question(id="q2", text="?"),)), MuteViewer("v1"))
    assert (state.questions["q1"].phase, state.questions["q1"].viewers) == ("dropped", ())
    assert (state.questions["q2"].phase, state.questions["q2"].viewers) == ("open", ("v3",))
