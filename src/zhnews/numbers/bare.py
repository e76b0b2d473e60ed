"""Does a numeral without a unit count? 13.7万 does; 5G, 010-64664888 and （3） do not."""

from __future__ import annotations

import re
from typing import Final

from zhnews.numbers.figures import HAN, Figure
from zhnews.numbers.scorelines import ends_score
from zhnews.numbers.units import Lexicon

__all__ = [
    "CODED", "LETTERS", "RATIO", "STATES", "is_arabic_number", "is_code", "is_number", "is_ratio",
    "may_be_han_number", "skip_code",
]  # fmt: skip

#: Characters of addresses, codes and numbers of telephones.
_CODE: Final = re.compile(r"[A-Za-z0-9._/@:?=&%#+~-]{1,4000}")
_GLUE: Final = frozenset("-_./@#&=:+")
#: Before digits these make a code of them, unless they are of a currency (US$).
LETTERS: Final = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_")
#: Beside digits these may.
CODED: Final = LETTERS | _GLUE
#: Units of a pressure that has an upper and a lower figure.
_PRESSURES: Final = ("毫米汞柱", "mmHg", " 毫米汞柱", " mmHg")
_UPPER: Final = re.compile(rf"/[0-9]{{2,3}}(?:{'|'.join(_PRESSURES)})")
#: Longer runs of digits without a unit are codes.
_LONGEST_COUNT: Final = 9
#: What may follow a bare number: the sentence goes on, no noun does.
_GOES_ON: Final = frozenset("的和与及至到或是为在了以而则只并均等就也都多左右上下之比、")
#: 由4.6升至5.0: from a figure something rises or falls.
_FROM: Final = frozenset("从由")
_RISES: Final = frozenset("升降提增减恢跌涨调攀回扩缩")
#: Before these a bare figure is a label: 图2, 附件1.
_LABELS: Final = frozenset("图表件例题注款式节第条码号线机店楼网址编话真型款转双栏录")
_LABEL_WORDS: Final = (
    "国道",
    "省道",
    "县道",
    "热线",
    "电话",
    "拨打",
    "致电",
    "传真",
    "邮编",
    "编号",
    "编码",
    "证号",
    "号码",
    "报警",
    "求助",
    "急救",
    "火警",
    "匪警",
    "客服",
    "咨询",
    "手机",
    "微信",
    "QQ",
    "QQ群",
    "代码",
    "代号",
    "学号",
    "账号",
    "帐号",
    "单号",
    # shares counted in an index, and what makers name their aircraft
    "沪深",
    "上证",
    "中证",
    "国证",
    "科创",
    "标普",
    "富时",
    "罗素",
    "日经",
    "斯托克",
    "纳斯达克",
    "波音",
    "空客",
)
_LABEL_ENDS: Final = frozenset(word[-1] for word in _LABEL_WORDS)
#: After these a line begins with its place in a list: 1、, 2), 3 经营.
_AFTER_PLACE: Final = frozenset("、.) \t")
#: After these the next of a list on one line may stand, with its place: 1、总则 2、附则.
_LISTS_AFTER: Final = frozenset(": \t\u2003、)")
_PLACE: Final = re.compile(rf"[0-9]{{1,2}}(?:\. ?|、)(?=[\u4e00-\u9fff《“])(?![{HAN}])")
#: After these the next place of a list may stand.
_STOPS: Final = frozenset("。;")
#: Characters of sums, codes, sizes and days by name: 3×4, №5, “9·11”,
#: and the end of a title: 《流浪地球2》.
_CODE_BEFORE: Final = frozenset("+=*^/#’'№)×·•・")
_CODE_AFTER: Final = frozenset("/+=*^#'’′″×号·•・》")
#: After these four digits are a count and no year.
_BEFORE_COUNT: Final = frozenset("达为有超约共数")
#: Before a figure these say that it is one: 升至5.0, 均为4.0.
_STATED: Final = frozenset("至到为是从由约达近超比于数值分率和与及")
#: Before these even a bare figure of one character counts.
STATES: Final = frozenset("是为等")
_RANKS: Final = re.compile(
    r"(?:排名|位列|名列|位居|排|列|居)(?:[^\s,。]{0,4})前\Z|(?<![之目以向年月日天])前\Z"
)
_AFTER_RANK: Final = frozenset("的,。、;")
#: The next clause begins without a stop: 增至十五这.
_SENTENCE: Final = frozenset("这那还")
_SENTENCE_ON: Final = _SENTENCE | {"出"}  # 一千出头
_CLOSING: Final = {"“": "”", "(": ")", "‘": "’", "[": "]", "【": "】", "〔": "〕", "《": "》"}


def is_code(text: str, start: int, end: int, lexicon: Lexicon) -> bool:
    """Whether digits belong to a code: GPT-4, 737—800, CO2, an address.

    >>> from zhnews.numbers.units import lexicon
    >>> from zhnews.vocab import STANDARD
    >>> is_code("GPT-4的", 4, 5, lexicon(STANDARD)), is_code("5G网络", 0, 1, lexicon(STANDARD))
    (True, True)
    >>> is_code("重5kg的", 1, 2, lexicon(STANDARD))
    False
    """
    before, after = text[start - 1 : start], text[end : end + 1]
    if before in CODED and lexicon.sign_before(text, start) is None:
        if before.isalpha() or before == "_":
            return True
        outer = text[start - 2 : start - 1]
        if before == "/" and outer.isdigit() and text.startswith(_PRESSURES, end):
            return False  # a blood pressure of 140/90毫米汞柱
        if before in _GLUE and outer.isascii() and outer.isalnum():
            if before == "+" and outer.isalpha() and lexicon.unit_at(text, end) is not None:
                return False  # 16GB+512GB
            return before != ":" or not outer.isdigit()
        if before == "/" and outer == "/":
            return True
    if after not in CODED:
        return False
    if after.isalpha() or after in "_@":
        if (after == "k" and not text[end + 1 : end + 2].isascii()) or text[end : end + 2] in (
            "k~",
            "k-",
            "k",
        ):
            return False
        return lexicon.unit_at(text, end) is None
    if after in {"-", "."}:
        if after == "." and _STOCK.match(text, end):
            return True
        code = _CODE.match(text, start)
        return code is not None and _is_chain(code.group())
    return False


#: The market behind a stock's number: 600519.SH.
_STOCK: Final = re.compile(r"(?<=[0-9]{4})\.[A-Z]{1,2}(?![A-Za-z0-9])")


def _is_chain(code: str) -> bool:
    """010-64664888, 1.1.2, A-3-b: several joints, or the lengths of a telephone."""
    code = code.rstrip(".-:")
    if "-" not in code:
        return code.count(".") > 1
    parts = code.split("-")
    if any(any(c.isalpha() for c in part) for part in parts):
        return not all(part.rstrip("%kmgKMGt").replace(".", "").isdigit() for part in parts)
    return len(parts) > 2 or (
        len(parts[0]) in (3, 4) and len(parts[1]) in (7, 8) and "." not in code
    )


def skip_code(text: str, at: int) -> int:
    """Where the code that holds ``at`` ends."""
    code = _CODE.match(text, at)
    return max(code.end(), at + 1) if code else at + 1


def is_ratio(text: str, figure: Figure) -> bool:
    """Whether the figure is one of 3比1 or 4∶3∶3.

    >>> from zhnews.numbers.figures import read_figure
    >>> is_ratio("3比1获胜", read_figure("3比1获胜", 0))
    True
    >>> is_ratio("3比去年", read_figure("3比去年", 0))
    False
    """
    if figure.value is None:
        return False
    after, before = text[figure.end : figure.end + 1], text[figure.start - 1 : figure.start]
    if after in RATIO:
        following = text[figure.end + 1 : figure.end + 2]
        return ("0" <= following <= "9") == figure.arabic and following in _FIGURES
    if before in RATIO:
        outer = text[figure.start - 2 : figure.start - 1]
        return (
            ("0" <= outer <= "9") == figure.arabic
            and outer in _FIGURES
            and not _has_word(text, figure)
        )
    return False


RATIO: Final = frozenset("比:∶")
_FIGURES: Final = frozenset("0123456789零〇一二两三四五六七八九十")


def _has_word(text: str, figure: Figure) -> bool:
    return text[figure.end : figure.end + 1] in ("%", "万", "亿", "年", "月")


def is_number(text: str, figure: Figure, hedged: bool) -> bool:
    """Whether a figure without a unit counts something."""
    start, end, packed = figure.start, figure.end, figure.packed
    last = packed[-1]
    if last > "9":
        if packed == "一万" and not hedged:
            return False
        if packed in _GRADES and not _ends(text[end : end + 1]):
            return False
        if last in "万亿兆" and (figure.arabic or len(packed) > 1 or hedged or figure.more >= 0):
            never = packed == "千万" and not hedged and text[end : end + 1] in _NEVER
            quoted = (
                text[start - 1 : start] == "“"
                and packed[0] > "9"
                and not _ends(text[end : end + 1])
            )
            return packed not in ("万一", "万万") and not never and not quoted
        if last in "千百" and len(packed) > 1 and figure.approx == "several":
            return True
    if packed[0] <= "9":
        return is_arabic_number(text, start, end, packed, hedged)
    return _is_han_number(text, figure, text[start - 1 : start], text[end : end + 1], hedged)


#: After 千万 these make it "by all means": 千万不要.
_NEVER: Final = frozenset("不别要莫勿记注小留当")


#: Before a noun these grade it: 千兆光网.
_GRADES: Final = frozenset(("百兆", "千兆", "万兆"))


def _ends(after: str) -> bool:
    """Whether no noun follows."""
    return not after or not ("\u4e00" <= after <= "\u9fff") or after in _GOES_ON


def is_arabic_number(text: str, start: int, end: int, packed: str, hedged: bool) -> bool:
    """Whether digits without a unit count something."""
    before, after = text[start - 1 : start], text[end : end + 1]
    if "\u4e00" <= after <= "\u9fff" and after not in _GOES_ON:
        stated = before in _FROM and after in _RISES  # else a noun follows
        return stated or ends_score(text, start, end)
    if hedged:
        return True
    if after in _EDITION_HEADS and _EDITION.match(text, end):
        return False
    if before in _WEIGHED_BEFORE and _is_label(text, start, end):
        return False
    if after in _CODE_AFTER or before in _CODE_BEFORE:
        return after == "/" and _UPPER.match(text, end) is not None
    if (before in _DASHES or after in _DASHES) and _in_chain(text, start, end):
        return ends_score(text, start, end)
    size = len(packed)
    if size == _VERSION and packed.endswith(".0") and _names(before):
        return False  # 工业4.0
    if size > 1 and packed.isdigit():
        if packed[0] == "0" or size > _LONGEST_COUNT:
            return False
        if size == 4 and packed[:2] in ("19", "20") and before not in _BEFORE_COUNT:
            return False
        if _is_of_a_service(text, start, packed, before):
            return False
    return not (
        before.isspace() and text[start - 2 : start - 1].isalpha() and text[start - 2].isascii()
    )


#: Makers name the editions of a telephone or tablet so: 小米14 Ultra.
_EDITION: Final = re.compile(r" ?(?:Pro|Max|Plus|Ultra|Lite|Mini|mini|Air|SE)(?![a-z])")
_EDITION_HEADS: Final = frozenset(" PMULmAS")
#: Groups of the digits of a telephone or an account, from the word for it on.
_GROUPS: Final = re.compile("[号码话机线卡户][:为是]?(?:[0-9]{3,4}[ -]){1,5}\\Z")
_LONGEST_GROUPS: Final = 26
#: Numbers of services (12306, 95588), and of shares behind a firm's name (工商银行601398).
_SERVICE: Final = re.compile("(?:12|95|96|100)[0-9]{3}|(?:60|68|00|30)[0-9]{4}")
#: A version has so many characters: 4.0.
_VERSION: Final = 3


def _is_of_a_service(text: str, start: int, packed: str, before: str) -> bool:
    """Whether digits are the number, or a part of one, of a telephone, an account or a share."""
    if before == " " and _GROUPS.search(text, max(0, start - _LONGEST_GROUPS), start):
        return True  # 卡号6217 0012 3456
    if _names(before) and before not in _BEFORE_COUNT and _SERVICE.fullmatch(packed):
        return True
    if len(packed) < _SHORTEST_TELEPHONE:
        return False
    return _TELEPHONE.search(text, max(0, start - 13), start) is not None


def _names(before: str) -> bool:
    """Whether what stands before a figure may be a name that has versions."""
    return "\u4e00" <= before <= "\u9fff" and before not in _STATED


def _is_label(text: str, start: int, end: int) -> bool:
    """Whether what stands before a figure makes a label or a place in a list of it."""
    before, after = text[start - 1 : start], text[end : end + 1]
    if before in _LABELS:
        return True
    if before in _STOPS and after in _AFTER_PLACE and not text[end + 1 : end + 2].isdigit():
        return True  # the next of a list run on: 总体要求。2.主要目标
    stop = start - 1 if before == ":" else start
    if text[stop - 1 : stop] in _LABEL_ENDS and text.endswith(_LABEL_WORDS, max(0, stop - 4), stop):
        return True
    if before in _CLOSING and after == _CLOSING[before]:
        return True
    if before in _LISTS_AFTER and _PLACE.match(text, start):
        return True  # 附件:1.申报表 2.承诺书
    opens = before in ("", "\n") or (
        before in " \t\u2003" and text[start - 2 : start - 1] in ("", "\n", " ")
    )
    return opens and after in _AFTER_PLACE


#: How many digits a number of a telephone has, and another one before it: 65363107、65363108.
_SHORTEST_TELEPHONE: Final = 7
_TELEPHONE: Final = re.compile(r"(?<![0-9])(?:[0-9]{7,8}|1[0-9]{10})[、/,或和 ]\Z")
#: Characters before a figure that may make a label of it; nothing is one of them.
_WEIGHED_BEFORE: Final = _LABELS.union(_LABEL_ENDS, _CLOSING, _STOPS, _LISTS_AFTER, "\n", ("",))
_DASHES: Final = frozenset("—–~～－―‐‑−-")


def _in_chain(text: str, start: int, end: int) -> bool:
    """737—800型, 歼-20: a joint and no range."""
    if text[start - 1 : start] in _DASHES and text[start - 2 : start - 1].isalnum():
        return True
    following = text[end + 1 : end + 2]
    return text[end : end + 1] in _DASHES and "0" <= following <= "9"


def may_be_han_number(text: str, start: int, packed: str, after: str) -> bool:
    """Whether characters without a unit, a hedge or a sign may count something.

    What only looks so is told by what stands further off. A noun that is no
    unit never follows a number: 一方面, 十佳.
    """
    if packed[-1] in "万亿":
        return True
    before = text[start - 1 : start]
    if before in _NAMED or (before == "(" and after == ")"):
        return False  # 修正案(十一)
    if len(packed) == 1:
        return before in STATES or (before == "前" and after in _AFTER_RANK)
    if _SCALES.isdisjoint(packed) and len(packed) < 4:
        return False
    goes_on = after in _GOES_ON or after in _SENTENCE_ON or (before in _FROM and after in _RISES)
    return goes_on or not "\u4e00" <= after <= "\u9fff"


#: Before characters these make a name or a lunar day of them: “五一”, 腊月二十三.
_NAMED: Final = frozenset("月历“‘《")
_SCALES: Final = frozenset("十百千万亿")


def _is_han_number(text: str, figure: Figure, before: str, after: str, hedged: bool) -> bool:
    packed = figure.packed
    if len(packed) > 1 and before in _FROM and after in _RISES:
        return True  # 从一百降到八十
    if packed in ("万一", "一万", "一千", "一百", "一亿") and not hedged:
        return False
    if before in _NAMED or (before == "双" and packed[0] in "十一百千"):
        return False
    if before == "(" and after == ")":
        return False
    if len(packed) == 1:
        if figure.bare_scale:
            return hedged and _ends(after)
        if packed in "壹贰叁参肆伍陆柒捌玖拾佰仟俩仨两":
            return False
        if before in STATES:
            if text.endswith("一分为", 0, figure.start):
                return False
            return (
                packed != "一" and (_ends(after) or after in "这那") and not after.isalpha()
            ) or (after in "这那" and after != "")
        return (
            _RANKS.search(text, max(0, figure.start - 9), figure.start) is not None
            and after in _AFTER_RANK
        )
    if figure.low is not None:
        return packed[-1] in "十百千万亿" and _ends(after)
    if not any(c in "十百千万亿廿卅点拾佰仟" for c in packed):
        return len(packed) > 3 and _ends(after) and before not in ("代", "号")
    return _ends(after) or after in _SENTENCE
