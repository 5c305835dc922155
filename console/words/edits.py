"""Sentences about edits of the open show."""

from console.words.saying import Saying

THERE_IS_ONE = Saying(
    "there_is_one",
    ja="{area} は番組に一つだけです。追加ではなく、変更してください。",
    en="A show has {area} once. Edit it instead of adding it.",
)
ADDED_ALREADY = Saying(
    "added_already",
    ja="{area} に「{id}」はもうあります。別の ID にしてください。",
    en="There is a “{id}” in {area} already. Choose another id.",
)
TOO_MANY_STEPS = Saying(
    "too_many_steps",
    ja="一度に変更できるのは {most} 件までです（今は {count} 件）。分けて変更してください。",
    en="At most {most} things can be changed at once, not {count}. Do it in parts.",
)
TOUCHES_PROGRAM = Saying(
    "touches_program",
    ja="「{name}」は本線に出ています。「放送中の編集」をオンにするか、外れてから変更してください。",
    en="“{name}” is on Program. Turn on “edit on air”, or edit it when it is off Program.",
)
ON_AIR_NOT_REMOVED = Saying(
    "on_air_not_removed",
    ja="「{name}」は使用中のため削除できません。本線とプレビューから外してから削除してください。",
    en="“{name}” is in use and stays. Take it off Program and Preview, then remove it.",
)
ON_RECORD_NOT_REMOVED = Saying(
    "on_record_not_removed",
    ja="「{name}」はこのセッションの記録に残るため、削除できません。セッションを終えてから削除してください。",
    en="“{name}” is on this session's record and stays. Remove it when the session is over.",
)
DESTINATION_NOT_REMOVED = Saying(
    "destination_not_removed",
    ja="配信先「{name}」へ配信中です。停止してから削除してください。",
    en="The destination “{name}” is being sent to. Stop it, then remove it.",
)
RENDITIONS_STAY = Saying(
    "renditions_stay",
    ja="セッション中は、レンディションの追加や削除はできません。終了してから変更してください。",
    en="While a session runs, no rendition is added or removed. End it, then edit.",
)
RATE_STAYS = Saying(
    "rate_stays",
    ja="セッション中は、番組のフレームレートを変えられません。終了してから変更してください。",
    en="While a session runs, the show's picture rate stays. End it, then edit.",
)
USED_BY_SCENE = Saying(
    "used_by_scene",
    ja="「{name}」はシーン「{by}」で使われています。先にそこから外してください。",
    en="“{name}” is used by the scene “{by}”. Take it out there first.",
)
USED_BY_SEGMENT = Saying(
    "used_by_segment",
    ja="「{name}」はコーナー「{by}」で使われています。先にそこから外してください。",
    en="“{name}” is used by the segment “{by}”. Take it out there first.",
)
USED_BY_OFFER = Saying(
    "used_by_offer",
    ja="「{name}」はオファー「{by}」で使われています。先にそのオファーを変更してください。",
    en="“{name}” is used by the offer “{by}”. Change that offer first.",
)
USED_BY_ANSWER = Saying(
    "used_by_answer",
    ja="「{name}」は回答「{by}」の商品です。先にその回答を変更してください。",
    en="“{name}” is the product of the answer “{by}”. Change that answer first.",
)
USED_BY_STRIP = Saying(
    "used_by_strip",
    ja="「{name}」には音声ストリップがあります。先にそれを削除してください。",
    en="“{name}” has an audio strip. Remove that first.",
)
USED_BY_DESTINATION = Saying(
    "used_by_destination",
    ja="「{name}」は配信先「{by}」で使われています。先にその配信先を変更してください。",
    en="“{name}” is used by the destination “{by}”. Change that destination first.",
)
USED_BY_RUNDOWN = Saying(
    "used_by_rundown",
    ja="「{name}」は進行表にあります。先に進行表から外してください。",
    en="“{name}” is in the rundown. Take it out there first.",
)
USED_BY_OPENING = Saying(
    "used_by_opening",
    ja="「{name}」は番組の始まりに使われます。先に番組の設定から外してください。",
    en="“{name}” is used when the show begins. Take it out of the show's settings first.",
)
