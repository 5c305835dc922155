"""Sentences about what the producer puts before the host."""

from console.words.saying import Saying

NOTE_EMPTY = Saying(
    "note_empty",
    ja="メモに何も書かれていません。配信者に伝えることを書いてください。",
    en="The note is empty. Write what the host should know.",
)
NOTE_TOO_LONG = Saying(
    "note_too_long",
    ja="メモは {longest} 文字までです（今は {length} 文字）。配信者が一目で読める長さにしてください。",
    en="A note has at most {longest} characters, this one {length}. Keep it so short that the host reads it at a glance.",
)
NO_SUCH_QUESTION = Saying(
    "no_such_question",
    ja="質問「{question}」はもうありません。今ある質問から選んでください。",
    en="The question “{question}” is gone. Choose one of those that are there.",
)
