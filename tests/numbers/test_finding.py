"""What holds for everything found: places, order, silence, purity."""

from __future__ import annotations

import decimal
import time
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhnews.excerpt import Excerpt
from zhnews.numbers import find_dates, find_numbers, find_quantities, normalize_numbers
from zhnews.numbers.figures import HAN, read_figure
from zhnews.numbers.plain_figures import FIGURE, plain_figure
from zhnews.numbers.reader import Reader
from zhnews.numbers.scanner import candidate, folded, read_numeral
from zhnews.numbers.stretches import read_long_stretch, read_stretch
from zhnews.numbers.usual import THE_LONG_WAY, read_plain, read_usual
from zhnews.numbers.usual_dates import read_usual_point
from zhnews.page import read_page
from zhnews.vocab import STANDARD

ISSUED = date(2024, 3, 6)
PRESS = st.text(
    alphabet="0123456789０５一二两三四五十百千万亿萬億零〇几半数多余第年月日号时点分秒周成折元块角毛个家人吨米"
    "％%，。、—-~～至到近约超上下今昨明去前以内后初底末的比:/“”（） \n\u3000😀𠮷aGk.\ud800",
    max_size=40,
)


@given(PRESS)
def test_what_is_found_stands_where_it_says(text: str) -> None:
    """Every item is a slice of the text, in order and without overlap."""
    end = 0
    for found in find_numbers(text, issued=ISSUED):
        assert found.start >= end
        assert found.text.text == text[found.start : found.end]
        assert found.text.start == found.start
        end = found.end


@given(PRESS)
def test_quantities_and_dates_are_the_two_halves(text: str) -> None:
    """Asked for apart they do not contradict what is found together."""
    both = find_numbers(text)
    halves = {*find_quantities(text), *find_dates(text)}

    assert set(both) <= halves


@given(PRESS)
def test_writing_numbers_twice_is_writing_them_once(text: str) -> None:
    """What has its form keeps it."""
    once = normalize_numbers(text, issued=ISSUED)

    assert normalize_numbers(once, issued=ISSUED) == once


@given(PRESS)
def test_the_short_way_and_the_long_way_agree(text: str) -> None:
    """The usual figure is read with a match and a few look-ups, and read the same."""
    reader = Reader(folded(text), STANDARD)
    for at, character in enumerate(reader.text):
        if character in "0123456789" + HAN:
            found = FIGURE.match(reader.text, at)
            assert found is not None
            usual, plain = read_usual(reader, found), plain_figure(found)
            assert plain is None or plain == read_figure(reader.text, at)
            assert usual is None or usual == reader.read_long(found)


@given(PRESS)
def test_the_calendar_claims_no_figure_that_is_read_before_it_is_asked(text: str) -> None:
    """5公里 and 第三 are counted first; asked first, dates and times would not have them."""
    reader = Reader(folded(text), STANDARD)
    begin = candidate(STANDARD)
    for at, character in enumerate(reader.text):
        found = begin.match(reader.text, at) if character in "0123456789" + HAN else None
        if found is not None:
            plain = read_plain(reader, found)
            read = reader.read_long(found) if plain == THE_LONG_WAY else plain
            assert read is None or read == read_numeral(found, reader)


@given(PRESS)
def test_the_usual_date_is_the_one_that_all_patterns_find(text: str) -> None:
    """今年, 3月5日, 2024-03-07: what the short way reads, the long way reads the same."""
    plain = folded(text)
    for at, character in enumerate(plain):
        if character in "0123456789今昨明去星一二三四" and read_usual_point(plain, at):
            usual, long = read_stretch(plain, at), read_long_stretch(plain, at)
            assert usual is not None
            assert long is not None
            assert usual[:3] == long[:3]
            assert usual.stretch(ISSUED, None) == long.stretch(ISSUED, None)


@pytest.mark.parametrize("text", ["人民币285元", "人民币约285元", "人民币约三万元"])
def test_a_currency_stands_before_a_hedge_too(text: str) -> None:
    """人民币约285元 is one sum of money; in digits and in characters it begins with 人民币."""
    (found,) = find_quantities(f"花费{text}。")

    assert found.text.text == text


@pytest.mark.parametrize(("text", "length"), [("半秒钟", "PT0.5S"), ("一秒半", "PT1.5S")])
def test_half_a_second_is_a_length(text: str, length: str) -> None:
    """A second has halves as an hour has; nothing smaller is named for them."""
    (found,) = find_quantities(f"快了{text}。")

    assert (found.text.text, found.value) == (text, length)


def test_a_chain_is_no_range() -> None:
    """A range has two ends; five joined by 至 are damage, and nothing is counted."""
    assert find_numbers("三至" * 400) == ()


def test_a_crowd_of_figures_is_passed_over_to_the_next_word() -> None:
    """Nobody reads a thousand cells that ran together; the sentence behind them counts."""
    crowd = "3.5%7万吨" * 2000

    found = find_quantities(f"{crowd}产量增长8.1%。")

    assert found[-1].text.text == "8.1%"
    assert len(found) < 1000


@pytest.mark.parametrize("between", ["，", " ", "\n", "、"])
def test_a_list_is_read_to_its_end(between: str) -> None:
    """However long: its figures are parted by blanks or stops."""
    shares = between.join(["12%"] * 2000)

    assert len(find_quantities(f"各县增幅依次为{shares}。")) == 2000


@given(st.text(alphabet="的了是在和人民日报社会主义发展", max_size=60))
def test_text_without_figures_holds_nothing(text: str) -> None:
    """No numeral, no number."""
    assert find_numbers(text) == ()


def test_an_excerpt_keeps_its_place_in_the_page() -> None:
    """start counts in the passage, the spans of the text in the page."""
    passage = Excerpt.of("共有 １６条措施", 100)

    (found,) = find_quantities(passage)

    assert (found.start, found.end) == (3, 6)
    assert found.text.start == 103


@pytest.mark.parametrize("text", ["１６条", "16条", "𠮷16条", "共 1 6条"])
def test_width_and_rare_characters_do_not_move_a_place(text: str) -> None:
    """The offsets are code points of the text as given."""
    found = find_quantities(text)[-1]

    assert found.text.text == text[found.start : found.end]


def test_the_host_program_s_rounding_changes_nothing() -> None:
    """Purity: a decimal context of the host is none of ours."""
    text = "总额123456789.12亿元，增长12.3456789%"
    plain = [found.to_dict() for found in find_quantities(text)]

    with decimal.localcontext(decimal.Context(prec=3)):
        find_quantities("三")  # another text: the last one is remembered
        find_quantities("四")
        rounded = [found.to_dict() for found in find_quantities(text)]

    assert rounded == plain


@pytest.mark.parametrize("unit", ["1", "一", "年", "半", "几", "，", "-", "1一", "三四", "1.", "("])
def test_the_time_grows_with_the_length(unit: str) -> None:
    """Twenty times the text takes about twenty times as long, not four hundred."""

    def seconds(size: int) -> float:
        text = unit * size
        best = 9.0
        for _ in range(3):
            begin = time.process_time()
            find_numbers(text + "。", issued=ISSUED)
            best = min(best, time.process_time() - begin)
        return best

    small, large = seconds(1000), seconds(20000)

    assert large < 80 * max(small, 0.0005)


@pytest.mark.parametrize("wrong", [b"3", None, 3])
def test_only_text_is_searched(wrong: object) -> None:
    """The type is checked before anything is read."""
    with pytest.raises(TypeError):
        find_numbers(wrong)  # type: ignore[arg-type]


def test_who_asks_a_whole_article_is_sent_to_its_paragraphs() -> None:
    """An article is no text, and its first user will try."""
    page = read_page("春耕备耕\n　　截至3月5日，全县已备足化\n肥1.2万吨。\n")
    (article,) = page.articles

    with pytest.raises(TypeError, match="not Page: ask each paragraph of its articles"):
        find_numbers(page)  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="not Article: ask each of its paragraphs"):
        find_numbers(article)  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="not Block: pass its text"):
        find_numbers(article.blocks[0])  # type: ignore[arg-type]


def test_the_issue_date_is_a_date() -> None:
    """A string is no date; a datetime is its day."""
    with pytest.raises(TypeError, match=r"datetime\.date\.fromisoformat"):
        find_dates("昨日", issued="2024-03-06")  # type: ignore[arg-type]


def test_a_unit_of_one_s_own_is_counted() -> None:
    """A user adds rows; nothing changes for anyone else."""
    mine = STANDARD.adding("units", [("孔桥", "classifier")])

    assert find_quantities("新建16孔桥", vocabulary=mine)[0].unit == "孔桥"
    assert find_quantities("新建16孔桥")[0].unit != "孔桥"


@pytest.mark.parametrize("text", ["5个年轻人", "五个年级", "3个天文馆"])
def test_ge_counts_what_follows_where_no_unit_of_time_does(text: str) -> None:
    """个月 and 个小时 are lengths of time, 个年 and 个天 are not."""
    assert [(found.text.text, found.unit) for found in find_quantities(text)] == [(text[:2], "个")]
