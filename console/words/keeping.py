"""Sentences about keeping the open show on disk."""

from console.words.saying import Saying

SHOW_CHANGED_UNDERNEATH = Saying(
    "show_changed_underneath",
    ja="「{path}」がほかのプログラムで変更されました。上書きせず、ここでの変更は「{copy}」に保存しています。両方を見比べて、使う方を開き直してください。",
    en="Another program changed “{path}”. It is not overwritten: what you edit here is saved to “{copy}”. Compare the two and open the one to use.",
)
SHOW_OF_THE_PROGRAM = Saying(
    "show_of_the_program",
    ja="「{folder}」はプログラムに付属の番組なので、変更は保存されません。コピーを作って開いてください。",
    en="“{folder}” comes with the program, so edits are not saved there. Make a copy and open that.",
)
IMPORT_STOPPED = Saying(
    "import_stopped",
    ja="取り込みを中止しました。番組は何も変わっていません。",
    en="The import was stopped. Nothing of the show was changed.",
)
