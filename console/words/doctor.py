"""Sentences of `honban doctor`."""

from console.words.saying import Saying

READY = Saying(
    "doctor_ready",
    ja="{count}項目すべて正常です。本番を始められます。",
    en="All {count} checks pass. A show can go on air from this computer.",
)
LIMITED = Saying(
    "doctor_limited",
    ja="本番を始められます。ただし、使えないか注意のいる項目があります: {names}",
    en="A show can go on air from this computer. Missing, or in want of attention: {names}",
)
NOT_READY = Saying(
    "doctor_not_ready",
    ja="このままでは本番を始められません。先に直すもの: {names}。上の「→」のとおりにしてから、もう一度 `honban doctor` を実行してください。",
    en="No show can go on air yet. To be put right first: {names}. Do what the arrows above say, then run `honban doctor` again.",
)

LEVEL_PASS = Saying("level_pass", ja="正常", en="pass")
LEVEL_WARN = Saying("level_warn", ja="注意", en="warn")
LEVEL_FAIL = Saying("level_fail", ja="異常", en="FAIL")

GROUP_MACHINE = Saying("group_machine", ja="このコンピューター", en="This computer")
GROUP_LIBRARIES = Saying("group_libraries", ja="Python ライブラリー", en="Python libraries")
GROUP_SYSTEM = Saying("group_system", ja="システムのライブラリー", en="System libraries")
GROUP_FONTS = Saying("group_fonts", ja="フォント", en="Fonts")
GROUP_SOURCES = Saying("group_sources", ja="映像と音の種類", en="Sources")
GROUP_GRAPHICS = Saying("group_graphics", ja="テロップの種類", en="Graphics")
GROUP_ENCODERS = Saying("group_encoders", ja="エンコーダー", en="Encoders")
GROUP_FOLDERS = Saying("group_folders", ja="保存場所", en="Where things are kept")
GROUP_NETWORK = Saying("group_network", ja="ネットワーク", en="Network")

TITLE_MACHINE = Saying("title_machine", ja="CPUとメモリー", en="Processor and memory")
TITLE_CLOCK = Saying("title_clock", ja="時計", en="Clock")
TITLE_FILES = Saying("title_files", ja="同時に開けるファイル数", en="Open files")
TITLE_DISPLAY = Saying("title_display", ja="ディスプレイ", en="Display")
TITLE_X11 = Saying("title_x11", ja="X11のウィンドウ", en="X11 windows")
TITLE_DRIVERS = Saying("title_drivers", ja="ドライバー", en="Drivers")
TITLE_HARDWARE = Saying("title_hardware", ja="ハードウェアエンコーダー", en="Hardware encoders")
TITLE_FORMATS = Saying("title_formats", ja="ファイル形式", en="File formats")
TITLE_DATA = Saying("title_data", ja="データ", en="Data")
TITLE_RECORDINGS = Saying("title_recordings", ja="録画", en="Recordings")
TITLE_LOG = Saying("title_log", ja="ログ", en="Logs")
TITLE_RUN = Saying("title_run", ja="実行中の情報", en="What runs")
TITLE_MEMORY_FILES = Saying("title_memory_files", ja="映像の受け渡し", en="Pictures in memory")
TITLE_KEYRING = Saying("title_keyring", ja="パスワード保管", en="Password store")
TITLE_CERTIFICATES = Saying("title_certificates", ja="証明書", en="Certificates")

CHECK_HUNG = Saying(
    "check_hung",
    ja="{seconds}秒以内に確認が終わらなかったため、打ち切りました。",
    en="The check did not end within {seconds} s and was stopped.",
)
CHECK_CRASHED = Saying(
    "check_crashed",
    ja="確認中にプログラムが落ちました (終了コード {code})。",
    en="The program crashed while it was checked (exit code {code}).",
)
CHECK_RAISED = Saying(
    "check_raised",
    ja="確認できませんでした ({reason})。",
    en="It could not be checked ({reason}).",
)
TRY_AGAIN = Saying(
    "try_again",
    ja="もう一度実行してください。続くときはコンピューターを再起動し、それでも直らなければ Honban を入れ直してください。",
    en="Run it again. If that repeats, restart the computer, and then install Honban again.",
)
INSTALL_AGAIN = Saying(
    "install_again",
    ja="Honban を入れ直してください (ソースからは `make run`、pip では `pip install --force-reinstall honban`)。",
    en="Install Honban again (`make run` from source, `pip install --force-reinstall honban` with pip).",
)
INSTALL_PACKAGES = Saying(
    "install_packages",
    ja="Debian・Ubuntuでは `sudo apt install {packages}` を実行してください。",
    en="On Debian and Ubuntu run `sudo apt install {packages}`.",
)

PYTHON_GOOD = Saying("python_good", ja="バージョン {version} ({system})", en="version {version} ({system})")
PYTHON_OLD = Saying("python_old", ja="バージョン {version} は古すぎます。", en="Version {version} is too old.")
UPDATE_PYTHON = Saying(
    "update_python",
    ja="Python 3.11 以降を入れ、それで Honban を入れ直してください。",
    en="Install Python 3.11 or newer, and Honban with it.",
)
MACHINE_GOOD = Saying("machine_good", ja="{cores}コア、{gigabytes} GB", en="{cores} cores, {gigabytes} GB")
MACHINE_SMALL = Saying(
    "machine_small",
    ja="{cores}コア、{gigabytes} GB では、720x1280・30fps の配信でコマ落ちすることがあります。",
    en="With {cores} cores and {gigabytes} GB, a show in 720x1280 at 30 fps may skip pictures.",
)
USE_BIGGER_MACHINE = Saying(
    "use_bigger_machine",
    ja="2コア・2 GB 以上のコンピューターを使うか、キャンバスを小さくしてください (例: `--canvas 540x960@30`)。",
    en="Use a computer with 2 cores and 2 GB or more, or a smaller canvas (such as `--canvas 540x960@30`).",
)
CLOCK_GOOD = Saying("clock_good", ja="{time} を示しています", en="shows {time}")
CLOCK_WRONG = Saying(
    "clock_wrong",
    ja="{time} を示しています。正しくない時計では暗号化接続ができません。",
    en="It shows {time}. With a wrong clock no encrypted connection can be made.",
)
SET_CLOCK = Saying(
    "set_clock",
    ja="システムの設定で「時刻を自動的に設定」を入れてください。",
    en="Switch on “set the time automatically” in the system's settings.",
)
CLOCK_COARSE = Saying(
    "clock_coarse",
    ja="時計の刻みが {milliseconds} ミリ秒と粗く、映像がなめらかにならないことがあります。ほかのコンピューターを使ってください。",
    en="It ticks only every {milliseconds} ms, so pictures may not be smooth. Use another computer.",
)
FILES_GOOD = Saying("files_good", ja="{count}個まで", en="up to {count}")
FILES_UNLIMITED = Saying("files_unlimited", ja="上限なし", en="no limit")
FILES_FEW = Saying(
    "files_few",
    ja="{count}個までしか開けません。配信先や機器が多いと足りなくなります。",
    en="Only {count} may be open at once: too few for many destinations and devices.",
)
RAISE_LIMIT = Saying(
    "raise_limit",
    ja="Honban を始める前に、同じ端末で `ulimit -n 4096` を実行してください。",
    en="Run `ulimit -n 4096` in the same terminal before Honban.",
)
DISPLAY_GOOD = Saying("display_good", ja="使えます ({name})", en="answers ({name})")
DISPLAY_ABSENT = Saying(
    "display_absent",
    ja="ディスプレイがありません。ウィンドウは開けませんが、`honban stream` は使えます。",
    en="There is none. No window can be opened; `honban stream` works without.",
)
DISPLAY_MUTE = Saying(
    "display_mute",
    ja="ディスプレイ「{name}」が応答しません。ウィンドウと画面の取り込みは使えません。",
    en="The display “{name}” does not answer: no window, and no screen to capture.",
)
DISPLAY_WAYLAND = Saying(
    "display_wayland",
    ja="Wayland だけの画面です ({name})。ウィンドウは開けますが、画面は取り込めません。",
    en="Wayland only ({name}): windows open, but the screen cannot be captured.",
)
START_DISPLAY = Saying(
    "start_display",
    ja="ウィンドウを使うときは、デスクトップにサインインした端末から実行してください。",
    en="For a window, run it from a terminal of a desktop you are signed in to.",
)
USE_X11 = Saying(
    "use_x11",
    ja="画面を取り込むときは、サインイン画面で「Xorg」のセッションを選んでください。",
    en="To capture the screen, choose the “Xorg” session when you sign in.",
)
FFMPEG_PRESENT = Saying(
    "ffmpeg_present",
    ja="{file} にあります (Honban には不要です)",
    en="is at {file} (Honban does not need it)",
)
FFMPEG_ABSENT = Saying(
    "ffmpeg_absent",
    ja="ありませんが、Honban には不要です",
    en="is not installed, and Honban does not need it",
)

LIBRARY_GOOD = Saying("library_good", ja="バージョン {version}", en="version {version}")
LIBRARY_ABSENT = Saying("library_absent", ja="入っていません。", en="It is not installed.")
LIBRARY_BROKEN = Saying(
    "library_broken",
    ja="バージョン {version} を読み込めません ({reason})。",
    en="Version {version} cannot be loaded ({reason}).",
)
LIBRARY_OLD = Saying(
    "library_old",
    ja="バージョン {version} は古く、{oldest} 以降が必要です。",
    en="Version {version} is old; {oldest} or newer is needed.",
)
SYSTEM_LIBRARY_GOOD = Saying("system_library_good", ja="読み込めます", en="loads")
SYSTEM_LIBRARIES_ABSENT = Saying(
    "system_libraries_absent",
    ja="読み込めません: {files}",
    en="Cannot be loaded: {files}",
)
FONT_GOOD = Saying("font_good", ja="あります ({megabytes} MB)", en="is there ({megabytes} MB)")
FONT_BROKEN = Saying(
    "font_broken",
    ja="フォントファイルがないか壊れています ({reason})。文字が正しく出ません。",
    en="The file is missing or damaged ({reason}). Letters would not be drawn right.",
)

DRIVER_GOOD = Saying("driver_good", ja="読み込めます ({module})", en="loads ({module})")
DRIVER_NOT_LOADED = Saying(
    "driver_not_loaded",
    ja="読み込めません ({reason})。",
    en="It cannot be loaded ({reason}).",
)
DRIVER_STRANGE = Saying(
    "driver_strange",
    ja="この種類のドライバーではありません ({name})。",
    en="It is no driver of this sort ({name}).",
)
DRIVERS_ABSENT = Saying("drivers_absent", ja="ひとつも入っていません。", en="None is installed.")
REMOVE_DRIVER = Saying(
    "remove_driver",
    ja="追加したドライバー「{module}」を更新するか、取り除いてください。",
    en="Update the additional driver “{module}”, or remove it.",
)
ENCODER_GOOD = Saying("encoder_good", ja="番組と同じ設定で動きます", en="works with the settings of a show")
ENCODER_BROKEN = Saying("encoder_broken", ja="動きません ({reason})。", en="It does not work ({reason}).")
ENCODER_MUTE = Saying(
    "encoder_mute",
    ja="開けますが、何も出力しません。",
    en="It opens, but nothing comes out of it.",
)
HARDWARE_GOOD = Saying("hardware_good", ja="使えます: {names}", en="work here: {names}")
HARDWARE_ABSENT = Saying(
    "hardware_absent",
    ja="このコンピューターにはありません。CPU (libx264) で配信します",
    en="none on this computer; the processor does the work (libx264)",
)
FORMATS_GOOD = Saying("formats_good", ja="書き出せます: {names}", en="can be written: {names}")
FORMATS_ABSENT = Saying("formats_absent", ja="書き出せません: {names}", en="Cannot be written: {names}")

FOLDER_GOOD = Saying("folder_good", ja="{folder} (空き {gigabytes} GB)", en="{folder} ({gigabytes} GB free)")
FOLDER_NARROW = Saying(
    "folder_narrow",
    ja="{folder} の空きが少なくなっています (残り {gigabytes} GB)。",
    en="{folder} is running short of room ({gigabytes} GB left).",
)
FOLDER_FULL = Saying(
    "folder_full",
    ja="{folder} に空きがありません (残り {gigabytes} GB)。",
    en="{folder} has no room left ({gigabytes} GB).",
)
FOLDER_NOT_WRITABLE = Saying(
    "folder_not_writable",
    ja="{folder} に書き込めません ({reason})。",
    en="{folder} cannot be written to ({reason}).",
)
MAKE_ROOM = Saying(
    "make_room",
    ja="不要なファイルを消して {gigabytes} GB 以上空けるか、HONBAN_HOME で別の場所を指定してください。",
    en="Delete what you do not need until {gigabytes} GB are free, or name another place in HONBAN_HOME.",
)
MAKE_WRITABLE = Saying(
    "make_writable",
    ja="フォルダーの持ち主と書き込みの許可を直すか、HONBAN_HOME で別の場所を指定してください。",
    en="Correct the folder's owner and permissions, or name another place in HONBAN_HOME.",
)
KEYRING_GOOD = Saying("keyring_good", ja="保管して読み出せます", en="keeps a word and gives it back")
KEYRING_UNLOCK = Saying(
    "keyring_unlock",
    ja="パスワードの保管場所のロックを解除してから、もう一度試してください。使えないときは、キーを起動時に渡せます (`honban stream --to -`)。",
    en="Unlock the password store and try again. Without it, hand keys over at the start (`honban stream --to -`).",
)

LOOPBACK_GOOD = Saying("loopback_good", ja="つながります", en="connects")
LOOPBACK_BROKEN = Saying(
    "loopback_broken",
    ja="このコンピューターの中の接続ができません ({reason})。",
    en="This computer cannot connect to itself ({reason}).",
)
SWITCH_LOOPBACK_ON = Saying(
    "switch_loopback_on",
    ja="ファイアウォールやセキュリティソフトで Honban を許可してください。IPv6 は使わなければそのままで構いません。",
    en="Allow Honban in the firewall or security program. IPv6 may stay off if you do not use it.",
)
CERTIFICATES_GOOD = Saying("certificates_good", ja="あります ({place})", en="are there ({place})")
CERTIFICATES_ABSENT = Saying(
    "certificates_absent",
    ja="信頼できる認証局の一覧がありません。rtmps:// の配信先に接続できません。",
    en="There is no list of authorities to trust, so no rtmps:// destination can be reached.",
)
