"""A page made by hand, so that tests of output say what they expect without the reader."""

from __future__ import annotations

from zhnews.articles.blocks import Block, Kind
from zhnews.excerpt import Excerpt, Span
from zhnews.fields.credits import Credit
from zhnews.fields.datelines import Dateline
from zhnews.page import Article, Page
from zhnews.repair import Dropped

RAW = """泽川日报 2024年3月7日 星期四
专栏
春耕备耕春耕备耕
——来自田间的报告
新华社泽川3月6日电（记者 李敏）
　　截至3月5日，全县已备足
化肥1.2万吨。
一、备足化肥
　　=1+1 <script>alert("春")</script> 也是正文。
农户在查看化肥。林小桥 摄
年份\t吨数
2023\t9,000
=2024|\t12,000
好种出好苗
http://www.example.com/a?b=1&c=2
附：名单
本版编辑 石楠
街头的春天
下午三点，街上*很*静。
（本报记者 顾言之）
"""


class Picker:
    """Finds passages of the raw text in order."""

    def __init__(self, raw: str) -> None:
        self.raw = raw
        self.position = 0

    def __call__(self, text: str) -> Excerpt:
        """The next place at which a text stands."""
        start = self.raw.index(text, self.position)
        self.position = start + len(text)
        return Excerpt.of(text, start)


def handmade_page() -> Page:
    """The page of :data:`RAW`, as an editor would cut it."""
    at = Picker(RAW)
    folio = at("泽川日报 2024年3月7日 星期四")
    kicker = at("专栏")
    headline = at("春耕备耕")
    copy = at("春耕备耕")
    deck = at("——来自田间的报告")
    dateline = at("新华社泽川3月6日电")
    credited = at("（记者 李敏）")
    paragraph = at("截至3月5日，全县已备足") + at("化肥1.2万吨。")
    crosshead = at("一、备足化肥")
    second = at('=1+1 <script>alert("春")</script> 也是正文。')
    caption = at("农户在查看化肥。")
    photo = at("林小桥 摄")
    cells = tuple(
        (at(first), at(other))
        for first, other in (("年份", "吨数"), ("2023", "9,000"), ("=2024|", "12,000"))
    )
    quote = at("好种出好苗")
    link = at("http://www.example.com/a?b=1&c=2")
    mark = at("附：")
    attachment = at("名单")
    editors = at("本版编辑 石楠")
    other = Article(
        (
            Block(Kind.HEADLINE, at("街头的春天")),
            Block(Kind.PARAGRAPH, at("下午三点，街上*很*静。")),
            Block(Kind.BYLINE, signed := at("（本报记者 顾言之）")),
        ),
        credits=(Credit(signed[6:9], "reporter", signed[1:3]),),
        why=("a headline of one line stands above",),
    )
    first = Article(
        (
            Block(Kind.KICKER, kicker),
            Block(Kind.HEADLINE, headline),
            Block(Kind.DECK, deck),
            Block(Kind.DATELINE, dateline),
            Block(Kind.BYLINE, credited),
            Block(Kind.PARAGRAPH, paragraph),
            Block(Kind.CROSSHEAD, crosshead),
            Block(Kind.PARAGRAPH, second),
            Block(Kind.CAPTION, caption),
            Block(Kind.BYLINE, photo),
            Block(Kind.TABLE, Excerpt.join(cell for row in cells for cell in row), cells),
            Block(Kind.PULL_QUOTE, quote),
            Block(Kind.LINK, link),
            Block(Kind.ATTACHMENT, attachment),
        ),
        credits=(
            Credit(credited[4:6], "reporter", dateline[0:3]),
            Credit(photo[0:3], "photographer", None),
        ),
        dateline=Dateline(dateline, dateline[0:3], dateline[3:5], "2024-03-06", ()),
        date="2024-03-06",
        links=(link,),
        attachments=(attachment,),
        why=("a dateline opens it",),
    )
    return Page(
        RAW,
        (first, other),
        (Block(Kind.FURNITURE, folio), Block(Kind.FURNITURE, editors)),
        (),
        (
            Dropped(Span(copy.start, copy.end), "doubled glyphs"),
            Dropped(Span(mark.start, mark.end), "attachment mark"),
        ),
        publication=folio[0:4],
        issue_date="2024-03-07",
    )


def hostile_page(text: str) -> Page:
    """A page whose every field holds one and the same text, whatever it is."""
    whole = Excerpt.of(text)
    kinds = (Kind.KICKER, Kind.HEADLINE, Kind.DECK, Kind.PARAGRAPH, Kind.CROSSHEAD, Kind.CAPTION)
    more = (Kind.PULL_QUOTE, Kind.LINK, Kind.ATTACHMENT)
    article = Article(
        (
            *(Block(kind, whole) for kind in (*kinds, *more)),
            Block(Kind.TABLE, whole, ((whole, whole), (whole,))),
        ),
        credits=(Credit(whole, "reporter", whole),),
        source=whole,
        dateline=Dateline(whole, None, None, None, ()),
        links=(whole,),
        attachments=(whole,),
        why=(text,),
    )
    furniture = (Block(Kind.FURNITURE, whole),)
    dropped = (Dropped(Span(0, len(text)), text),)
    return Page(text, (article,), furniture, (), dropped, publication=whole)


def long_page(articles: int = 50, paragraphs: int = 40) -> Page:
    """A page of tens of articles; of a hundred thousand characters by default."""
    paragraph = "　　这一段是正文，有五十个字，说的是春耕备耕的事，没有别的意思；说完了就是说完了，下面还有。"
    made: list[Article] = []
    raw = ""
    for number in range(articles):
        start = len(raw)
        headline = f"第{number}篇的标题"
        raw += headline + "\n"
        blocks = [Block(Kind.HEADLINE, Excerpt.of(headline, start))]
        for _ in range(paragraphs):
            blocks.append(Block(Kind.PARAGRAPH, Excerpt.of(paragraph[2:], len(raw) + 2)))
            raw += paragraph + "\n"
        made.append(Article(tuple(blocks)))
    return Page(raw, tuple(made), (), (), ())
