"""Sentences of the chore that lists licences."""

from console.words.saying import Saying

PACKAGE_NOT_INSTALLED = Saying(
    "package_not_installed",
    ja="「{name}」が入っていないためライセンスを確認できません。`make test` で入れてからもう一度実行してください。",
    en="“{name}” is not installed, so its licence cannot be read. Install it with `make test` and run this again.",
)
LICENCE_UNKNOWN = Saying(
    "licence_unknown",
    ja="「{name}」のライセンスがわかりません。配布元で確かめ、console/chores/licences.py に書き足してください。",
    en="“{name}” does not say its licence. Look it up at its home and teach it to console/chores/licences.py.",
)
