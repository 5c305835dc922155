"""What a new show says until its planner writes something better."""

from console.words.saying import Saying

CAMERA = Saying(
    "template_camera",
    ja="カメラ",
    en="Camera",
)
BARS = Saying(
    "template_bars",
    ja="カラーバー",
    en="Test bars",
)
TALK = Saying(
    "template_talk",
    ja="トーク",
    en="Talk",
)
TEST_PICTURE = Saying(
    "template_test_picture",
    ja="テスト信号",
    en="Test picture",
)
PRODUCT = Saying(
    "template_product",
    ja="商品",
    en="Product",
)
PRODUCT_SEGMENT = Saying(
    "template_product_segment",
    ja="商品紹介",
    en="Product",
)
CARD = Saying(
    "template_card",
    ja="商品カード",
    en="Product card",
)
LIST = Saying(
    "template_list",
    ja="商品一覧",
    en="Product list",
)
COUPON_TICKET = Saying(
    "template_coupon_ticket",
    ja="クーポン",
    en="Coupon",
)
COUNTDOWN = Saying(
    "template_countdown",
    ja="カウントダウン",
    en="Countdown",
)
STOCK = Saying(
    "template_stock",
    ja="残り数",
    en="Stock meter",
)
VIEWERS = Saying(
    "template_viewers",
    ja="視聴者数",
    en="Viewer count",
)
ANSWER = Saying(
    "template_answer",
    ja="質問への回答",
    en="Pinned answer",
)
QR_CODE = Saying(
    "template_qr_code",
    ja="QRコード",
    en="QR code",
)
LOGO = Saying(
    "template_logo",
    ja="ロゴ",
    en="Logo",
)
OPENING_SLATE = Saying(
    "template_opening_slate",
    ja="開演前の画面",
    en="Opening slate",
)
WAIT_SLATE = Saying(
    "template_wait_slate",
    ja="しばらくお待ちください",
    en="Please-wait slate",
)
ENDING_SLATE = Saying(
    "template_ending_slate",
    ja="終演の画面",
    en="Ending slate",
)
PHASE_OPENING = Saying(
    "template_phase_opening",
    ja="オープニング",
    en="Opening",
)
PHASE_BENEFITS = Saying(
    "template_phase_benefits",
    ja="商品の良さ",
    en="Benefits",
)
PHASE_INTERACTION = Saying(
    "template_phase_interaction",
    ja="コメントとやり取り",
    en="Interaction",
)
PHASE_OFFER = Saying(
    "template_phase_offer",
    ja="配信価格のご案内",
    en="Offer",
)
PHASE_CLOSING = Saying(
    "template_phase_closing",
    ja="エンディング",
    en="Closing",
)
SAY_OPENING = Saying(
    "template_say_opening",
    ja="(ごあいさつ。番組名、出演者、今日の商品、クーポンのことを話します)",
    en="(Greet. Say the show, who you are, what is sold today, and the coupon.)",
)
SAY_BENEFITS = Saying(
    "template_say_benefits",
    ja="(何が良いのかを三つ。手に取って、音や質感も伝えます)",
    en="(Three benefits. Take it in your hands, let people hear and see it.)",
)
SAY_INTERACTION = Saying(
    "template_say_interaction",
    ja="(質問を一つ投げかけ、コメントを読み、名前を呼びます)",
    en="(Ask one question, read comments, call people by their names.)",
)
SAY_OFFER = Saying(
    "template_say_offer",
    ja="(価格・数・時間を画面のとおりに伝えます。急がせる言葉は使いません)",
    en="(Say price, quantity and time as the screen shows them. Do not press.)",
)
SAY_CLOSING = Saying(
    "template_say_closing",
    ja="(おさらい、お礼、次回のお知らせ)",
    en="(Sum up, thank, say when the next show is.)",
)
