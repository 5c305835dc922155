"""Sentences about comments, questions and what is pinned of them."""

from console.words.saying import Saying

NO_SUCH_COMMENT = Saying(
    "no_such_comment",
    ja="このコメントはもう一覧にありません。画面に出せるのは新しい {kept} 件です。ほかのコメントを選ぶか、文を入力してください。",
    en="This comment is no longer in the list; the newest {kept} can go on air. Choose another one, or type the words.",
)
COMMENT_OF_MUTED = Saying(
    "comment_of_muted",
    ja="この視聴者はミュートされているため、画面に出せません。出すには、先にミュートを解除してください。",
    en="This viewer is muted, so nothing of theirs goes on air. Unmute them first if it should.",
)
NO_GRAPHIC_FOR_IT = Saying(
    "no_graphic_for_it",
    ja="この番組には「{kind}」のテロップがないため、画面に出せません。番組にこのテロップを加えてください。",
    en="This show has no graphic of the kind “{kind}”, so nothing can go on air. Add one to the show.",
)
NO_SUCH_ANSWER = Saying(
    "no_such_answer",
    ja="回答「{answer}」はこの番組にありません。番組の回答から選ぶか、文を入力してください。",
    en="This show has no answer “{answer}”. Choose one of the show's answers, or type one.",
)
ANSWER_MISSING = Saying(
    "answer_missing",
    ja="回答が空です。用意した回答を選ぶか、文を入力してください。",
    en="The answer is empty. Choose a prepared one, or type one.",
)
NO_PIN_TO_UNDO = Saying(
    "no_pin_to_undo",
    ja="取り消せる表示がありません。取り消せるのは {seconds} 秒以内です。コメントや回答は「下げる」で画面から外せます。",
    en="There is nothing on air to take back; that can be done for {seconds} s. Take the comment or answer off air instead.",
)
QUESTION_CLAIMED = Saying(
    "question_claimed",
    ja="この質問は {by} が担当しています。代わるときは、先に質問を未対応に戻してください。",
    en="{by} takes care of this question. To take over, reopen it first.",
)
QUESTION_OVER = Saying(
    "question_over",
    ja="この質問はもう済んでいます。担当するには、先に質問を未対応に戻してください。",
    en="This question is done. Reopen it first to take care of it.",
)
WHO_IS_MISSING = Saying(
    "who_is_missing",
    ja="担当者の名前がありません。席か担当者の名前を付けてください。",
    en="It is not said who takes care of the question. Name a seat or a person.",
)
TOO_MANY_MUTED = Saying(
    "too_many_muted",
    ja="ミュートできるのは {most} 人までです。もう必要のないミュートを解除してください。",
    en="At most {most} viewers can be muted. Unmute some who need not be.",
)
COMMENT_EMPTY = Saying(
    "comment_empty",
    ja="コメントが空です。視聴者が書いた文を入力してください。",
    en="The comment is empty. Type what the viewer wrote.",
)
COMMENTS_BEHIND = Saying(
    "comments_behind",
    ja="コメントが多すぎて追い付けません。これまでに {count} 件を読み飛ばしました。番組と配信はそのまま続いています。",
    en="More comments come than can be taken in; {count} were passed over so far. Show and stream go on.",
)
MARKING_FAILED = Saying(
    "marking_failed",
    ja="コメントを調べる部分が止まったため、エンジンの中で続けています。コメントは失われていません。自動で元に戻します。",
    en="The process that looks through comments stopped; the engine does it itself and starts the process again. No comment is lost.",
)
COMMENTS_NOT_KEPT = Saying(
    "comments_not_kept",
    ja="コメントを保存できません ({reason})。番組は続きます。ディスクの空き容量と権限を確認してください。新しい {kept} 件は見られます。",
    en="Comments cannot be kept ({reason}). The show goes on and the newest {kept} are there. Check the disk's free space and permissions.",
)
