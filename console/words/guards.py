"""Sentences about what is done only on purpose."""

from console.words.saying import Saying

NOT_ARMED_TO_GO_LIVE = Saying(
    "not_armed_to_go_live",
    ja="配信開始の準備ができていません。配信先を確かめて準備し、1 分以内に開始してください。",
    en="Going live is not armed. Check the destinations, arm it, and go live within a minute.",
)
NOT_ARMED_TO_END = Saying(
    "not_armed_to_end",
    ja="配信中のため、終了するには準備が必要です。準備して、1 分以内に終了してください。",
    en="Viewers may be watching, and ending is not armed. Arm it, and end within a minute.",
)
