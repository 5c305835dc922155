"""A batch of comments looked through."""

from hypothesis import given
from hypothesis import strategies as st

from console.audience.mark import Asked, Book, Circumstances, Marked, Marker
from console.audience.product_mention import ProductNames
from console.model.comment import Comment
from console.model.planning import NgWord

BOOK = Book(
    products={"mug": ProductNames(2, ("マグ",)), "tea": ProductNames(1, ("お茶",))},
    ng_words=(NgWord(word="幻の", reason="", instead=""), NgWord(word="最高級", reason="", instead="")),
    ng_allowed=("最高級",),
    general=("ギフト包装はできますか？",),
)


def said(*texts: str) -> list[Comment]:
    return [Comment(id=f"c{n}", viewer=f"v{n}", text=text, at_us=n, flags=("first",)) for n, text in enumerate(texts)]


def marked(*texts: str, topic: str = "", keyword: str = "", asked: tuple[Asked, ...] = ()) -> Marked:
    return Marker(BOOK).mark(said(*texts), Circumstances(asked, topic, keyword))


def test_twins_within_a_batch_become_one_question() -> None:
    batch = marked("送料いくら？", "かわいい", "送料はいくらですか", "レンジ使えますか")
    assert [comment.question for comment in batch.comments] == ["q/c0", "", "q/c0", "q/c3"]
    assert [(q.id, q.text, q.comment) for q in batch.questions] == [
        ("q/c0", "送料いくら？", "c0"),
        ("q/c3", "レンジ使えますか", "c3"),
    ]


def test_what_was_asked_before_is_found_again() -> None:
    batch = marked("送料いくら？", asked=(Asked("old", "送料はかかりますか、いくらですか"),))
    assert (batch.comments[0].question, batch.questions) == ("old", ())


def test_a_question_is_about_what_it_names_else_what_is_explained_else_the_shop() -> None:
    batch = marked("お茶のサイズは？", "サイズは？", "送料は？", "ギフト包装できますか", topic="mug")
    assert [question.product for question in batch.questions] == ["tea", "mug", "", ""]
    assert [comment.product for comment in batch.comments] == ["tea", "", "", ""]


def test_the_same_words_about_two_products_are_two_questions() -> None:
    assert len(marked("お茶のサイズは？", "マグのサイズは？", "2番のサイズ教えて").questions) == 2


def test_spam_asks_nothing_and_words_not_to_say_are_flagged_but_may_ask() -> None:
    spam, ng, allowed, rude = marked(
        "副業しませんか？ https://x.example", "幻のお茶ですか？", "最高級", "うざい"
    ).comments
    assert (spam.flags, spam.question) == (("first", "spam"), "")
    assert (ng.flags, ng.question) == (("first", "ng", "question"), "q/c1")
    assert allowed.flags == ("first",)
    assert rude.flags == ("first", "ng")


def test_the_keyword_enters_however_it_is_written_and_only_while_there_is_one() -> None:
    texts = ("てしごと！", "テシゴト 当たれ", "参加")
    assert ["entry" in one.flags for one in marked(*texts, keyword="てしごと").comments] == [True, True, False]
    assert not any("entry" in one.flags for one in marked(*texts).comments)


def test_a_new_marker_with_the_old_memory_still_knows_who_repeats() -> None:
    first = Marker(BOOK)
    first.mark(said("やあ"), Circumstances())
    first.mark(said("やあ"), Circumstances())
    [comment] = Marker(BOOK, repeats=first.repeats).mark(said("やあ"), Circumstances()).comments
    assert "spam" in comment.flags


@given(st.lists(st.text(max_size=600), max_size=8), st.text(max_size=5))
def test_whatever_is_written_each_comment_comes_back_once_and_asks_a_question_that_is_there(
    texts: list[str], keyword: str
) -> None:
    batch = marked(*texts, keyword=keyword)
    assert [(one.id, one.text) for one in batch.comments] == [(one.id, one.text) for one in said(*texts)]
    assert {one.question for one in batch.comments} - {""} == {question.id for question in batch.questions}
