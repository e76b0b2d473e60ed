"""Which blocks is the page made of? Lines as blocks, in reading order.

What a grammar knows is labelled first; the other lines become paragraphs and
lines on display; then each paragraph gives up what is none of its running
text: the dateline before it, the credit behind it.
"""

from __future__ import annotations

import re


from attrs import evolve

from zhnews.articles.blocks import Block, Kind
from zhnews.articles.labels import label_lines
from zhnews.articles.passages import BOLD, Passage, build_passages
from zhnews.excerpt import Excerpt
from zhnews.fields.captions import read_caption_mark
from zhnews.fields.credits import CreditLine, read_credit_line, split_trailing_credit
from zhnews.fields.datelines import split_dateline
from zhnews.fields.furniture import split_jumps
from zhnews.repair.flow import join_lines, would_break
from zhnews.repair.lines import Line, width_of
from zhnews.vocab import STANDARD, Vocabulary

__all__ = ["build_blocks"]

#: No caption is longer, in characters.
LONGEST_CAPTION = 120

#: A passage that stands right above a picture's credit is its caption up to
#: this length, in characters; above it is running text.
LONGEST_UNMARKED_CAPTION = 60

#: A paragraph on one line that ends without a stop is the half of one from this
#: length on, in characters.
SHORTEST_HALF = 30

#: How many passages may stand between the halves of a broken paragraph.
FURTHEST_HALF = 30

#: Columns that differ by no more, in half-widths, are the same.
SAME_COLUMN = 4

#: A pull quote has this many characters, so much of it stands in the body, and
#: no shorter clause counts: headlines too share words with their bodies.
SHORTEST_QUOTE, LONGEST_QUOTE = 14, 220
QUOTED_SHARE = 0.85
SHORTEST_CLAUSE = 4

#: What a grammar's line does to the text around it, the strongest first: it
#: ends an article, opens or signs one, interrupts one.
SEVERS = ("end", "byline", "table", "picture", "furniture", "")

#: Fewer lines that name speakers are no page of statements.
FEWEST_SPEAKERS = 2
MOST_SPEAKER_LINES = 4

#: How far a line of a speaker's office may fall short of its column, in
#: half-widths: the office is broken at words.
NOT_QUITE_FULL = 8

_CLAUSE = re.compile(r"[^，。；：！？、“”‘’「」,;:!?]+")
_SPEAKER = re.compile(r"[^，。；！？：:“”]{8,70}[：:]")

#: What closes a notice (its date) or a piece (a note in brackets) and is no
#: headline, though it ends without a stop.
_DATE_ALONE = re.compile(
    r"(?:\d{4}|[二一〇○零一二三四五六七八九]{4})\s?年\s?[\d一二三四五六七八九十]{1,3}\s?月\s?[\d一二三四五六七八九十]{1,3}\s?日"
)
_CONTACT = re.compile(
    r"[\u4e00-\u9fff]{0,4}(?:电话|電話|联系人|聯絡人|联系方式|地址|热线|熱線|邮箱|传真)\s?[：:]"
)
_NOTE = re.compile(r"[（(][^（）()]{5,}[)）]")
_FIGURE = re.compile(r"[\d.,]+[%％万亿兆]*[\u4e00-\u9fff]{0,3}")


def build_blocks(
    lines: tuple[Line, ...], *, vocabulary: Vocabulary = STANDARD
) -> tuple[Block, ...]:
    """The blocks of a page, in reading order; what is on display is HEADLINE.

    Args:
        lines: Repaired lines.
        vocabulary: The press's words.

    >>> from zhnews.repair.lines import split_lines
    >>> page = split_lines("春耕备耕\\n截至三月五日，全县各乡\\n已经备足化肥一万二千吨，\\n农药三千吨。")
    >>> [(block.kind.value, len(block.text)) for block in build_blocks(page)]
    [('headline', 4), ('paragraph', 29)]
    """
    placed, rest, severed = prepare_lines(lines, vocabulary)
    index = {id(line): i for i, line in enumerate(lines)}
    titles = frozenset(
        "".join(block.text.text.split())
        for _, blocks in placed
        for block in blocks
        if block.kind is Kind.CONTENTS
    )
    for passage in heal_paragraphs(build_passages(rest, titles, severed)):
        blocks = _blocks_of(passage, titles, vocabulary)
        placed.append((index[id(passage.lines[0])], blocks))
    placed.sort(key=lambda item: item[0])
    blocks = join_display([block for _, blocks in placed for block in blocks])
    return mark_speakers(mark_pull_quotes(mark_captions(blocks)))


def prepare_lines(
    lines: tuple[Line, ...], vocabulary: Vocabulary = STANDARD
) -> tuple[list[tuple[int, tuple[Block, ...]]], tuple[Line, ...], dict[int, str]]:
    """What the grammars know, the other lines, and what stood between these.

    Returns:
        The known blocks with the number of their first line; the lines left;
        for each line left that follows known ones, what these were.
    """
    placed: list[tuple[int, tuple[Block, ...]]] = []
    rest: list[Line] = []
    severed: dict[int, str] = {}
    at = 0
    for known in (*label_lines(lines, vocabulary), None):
        rest.extend(lines[at : known.first if known else len(lines)])
        if known is None:
            break
        placed.append((known.first, known.blocks))
        names = {_severs(block) for block in known.blocks} | {severed.get(len(rest), "")}
        severed[len(rest)] = next(name for name in SEVERS if name in names)
        at = known.last
    return placed, tuple(rest), severed


def _severs(block: Block) -> str:
    if "photo" in block.marks or block.kind is Kind.CAPTION:
        return "picture"
    if block.kind in (Kind.FURNITURE, Kind.TABLE, Kind.BYLINE):
        return block.kind.value
    return "end"


def heal_paragraphs(passages: tuple[Passage, ...]) -> tuple[Passage, ...]:
    """Join the halves of paragraphs that other passages interrupt.

    A paragraph that ends within a sentence, on a full line, goes on in the
    next one that does not begin as a paragraph does.
    """
    healed: list[Passage] = []
    waiting: int | None = None
    for passage in passages:
        closes = bool(healed) and _closes(healed[-1], passage)
        if closes:
            waiting = len(healed) - 1
        if waiting is not None and (closes or not passage.display):
            before = healed[waiting]
            if (closes or _goes_on(before, passage)) and len(healed) - waiting <= FURTHEST_HALF:
                healed[waiting] = _joined(before, passage)
                waiting = waiting if _is_unfinished(healed[waiting]) else None
                continue
        healed.append(passage)
        if not passage.display:
            waiting = len(healed) - 1 if _is_unfinished(passage) else None
    return tuple(healed)


def _closes(before: Passage, passage: Passage) -> bool:
    """Whether a passage begins with the end of a bracket that the last one opened."""
    opened, first = before.text.text, passage.lines[0].text.text
    return any(
        opened.count(mark) > opened.count(end) and end in first and mark not in first.split(end)[0]
        for mark, end in (("（", "）"), ("(", ")"))
    )


def _joined(before: Passage, passage: Passage) -> Passage:
    lines = (*before.lines, *passage.lines)
    return evolve(
        before,
        text=join_lines(list(lines)),
        lines=lines,
        finished=passage.finished,
        fits=(*before.fits, *passage.fits),
    )


def _is_unfinished(passage: Passage) -> bool:
    last = passage.fits[-1]
    full = last.full > 0 or last.column == 0 or last.above == "none"
    return not passage.finished and full and passage.text.text[-1] not in "：:"


def _goes_on(before: Passage, passage: Passage) -> bool:
    if passage.runs_on or would_break(passage.text.text):
        return True
    if len(before.lines) < 2 or abs(before.column - passage.column) > SAME_COLUMN:
        return False
    first = passage.fits[0]
    return not first.opens and passage.lines[0].indent < 2 and (first.full > 0 or first.column == 0)


def _blocks_of(
    passage: Passage, titles: frozenset[str], vocabulary: Vocabulary
) -> tuple[Block, ...]:
    """A passage as blocks."""
    text = passage.text
    marks = passage.repairs
    if "".join(text.text.split()) in titles:
        marks |= {"listed"}
    whole = Block(
        Kind.HEADLINE,
        text,
        column=passage.column,
        marks=marks,
        gap=passage.lines[0].gap,
        size=len(passage.lines),
    )
    if len(text) <= LONGEST_CAPTION:
        credit = read_credit_line(text, vocabulary=vocabulary)
        if credit is not None:
            return (evolve(whole, kind=Kind.BYLINE, marks=marks | {credit.kind}),)
        marked = read_caption_mark(text) is not None
        if marked or (marks & BOLD and passage.finished):
            caption, credit = split_trailing_credit(text, vocabulary=vocabulary)
            block = evolve(whole, kind=Kind.CAPTION, text=caption)
            return (block,) if credit is None else (block, credit_block(whole, credit))
    if passage.display:
        dateline, rest = split_dateline(text, vocabulary=vocabulary)
        if dateline is not None and not rest:
            return (evolve(whole, kind=Kind.DATELINE),)
        closing = (
            _DATE_ALONE.fullmatch(text.text)
            or _NOTE.fullmatch(text.text)
            or _CONTACT.match(text.text)
        )
        return (evolve(whole, kind=Kind.PARAGRAPH) if closing else whole,)
    blocks: list[Block] = []
    dateline, text = split_dateline(text, vocabulary=vocabulary)
    if dateline is not None:
        head = passage.text[: len(passage.text) - len(text)]
        blocks.append(evolve(whole, kind=Kind.DATELINE, text=head))
    text, tail = _split_tail(text, whole, vocabulary)
    if text:
        blocks.append(evolve(whole, kind=Kind.PARAGRAPH, text=text))
    return (*blocks, *tail)


def credit_block(whole: Block, credit: CreditLine) -> Block:
    """The block of a credit that stood at the end of another."""
    return evolve(whole, kind=Kind.BYLINE, text=credit.text, marks=whole.marks | {credit.kind})


def _split_tail(text: Excerpt, whole: Block, vocabulary: Vocabulary) -> tuple[Excerpt, list[Block]]:
    """What stands behind the last sentence of a paragraph: credits, jumps."""
    tail: list[Block] = []
    while text:
        rest, credit = split_trailing_credit(text, vocabulary=vocabulary)
        if credit is not None:
            part = text[len(rest) :].strip()
            tail.insert(0, credit_block(whole, evolve(credit, text=part)))
        else:
            rest, jumps = split_jumps(text)
            if not jumps:
                break
            tail[:0] = [evolve(whole, kind=Kind.FURNITURE, text=jump) for jump in jumps]
        text = rest.strip()
    return text, tail


def join_display(blocks: list[Block]) -> list[Block]:
    """Join the lines of a display in bold type that runs over the line's end.

    Its first line is full: the next one is shorter, or it ends mid-word.
    """
    joined: list[Block] = []
    for block in blocks:
        above = joined[-1] if joined else None
        if above is not None and _runs_over(above, block):
            text = Excerpt.join((above.text, block.text))
            joined[-1] = evolve(above, text=text, size=above.size + block.size)
        else:
            joined.append(block)
    return joined


def _runs_over(above: Block, block: Block) -> bool:
    return (
        above.kind is block.kind is Kind.HEADLINE
        and not BOLD.isdisjoint(above.marks)
        and not BOLD.isdisjoint(block.marks)
        and above.text.text[-1] in "，、；：“（—"
    )


def mark_pull_quotes(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Find the text that is printed again out of a body.

    Nearly all its clauses stand in a paragraph elsewhere; a figure right above
    one (3000亿元) is its display.
    """
    bodies = [_bare(block.text.text) if block.kind is Kind.PARAGRAPH else "" for block in blocks]
    marked = list(blocks)
    for first, last in _display_runs(blocks):
        text = _bare("".join(block.text.text for block in blocks[first:last]))
        if SHORTEST_QUOTE <= len(text) <= LONGEST_QUOTE and any(
            _quotes(text, body) for body in bodies if len(body) > len(text)
        ):
            marked[first:last] = [
                evolve(block, kind=Kind.PULL_QUOTE) for block in blocks[first:last]
            ]
    for i, block in enumerate(marked):
        if block.kind not in (Kind.HEADLINE, Kind.PARAGRAPH, Kind.CAPTION):
            continue
        if not SHORTEST_QUOTE <= len(block.text) <= LONGEST_QUOTE:
            continue
        if i and blocks[i - 1].kind in (Kind.SOURCE, Kind.DATELINE):
            continue  # the lead, which a later paragraph may repeat
        if block.kind is Kind.HEADLINE and not _may_be_quote(block, marked[i + 1 : i + 2]):
            continue
        text = _bare(block.text.text)
        if any(
            len(body) > len(text) * 1.2 and j != i and _quotes(text, body)
            for j, body in enumerate(bodies)
            if body
        ):
            marked[i] = evolve(block, kind=Kind.PULL_QUOTE)
            if (
                i
                and blocks[i - 1].kind is Kind.HEADLINE
                and _FIGURE.fullmatch(_bare(blocks[i - 1].text.text))
            ):
                marked[i - 1] = evolve(blocks[i - 1], kind=Kind.PULL_QUOTE)
    return tuple(marked)


def _may_be_quote(block: Block, following: list[Block]) -> bool:
    """A line on display is a headline, rather, where it says one thing only."""
    headed = any(one.kind in (Kind.SOURCE, Kind.BYLINE, Kind.DATELINE) for one in following)
    return not headed and "listed" not in block.marks and "，" in block.text.text.replace(",", "，")


def _display_runs(blocks: tuple[Block, ...]) -> list[tuple[int, int]]:
    """Runs of two to four lines on display, with a comma inside, none a headline's."""
    runs: list[tuple[int, int]] = []
    for first, block in enumerate(blocks):
        if block.kind is not Kind.HEADLINE:
            continue
        for last in range(first + 2, min(len(blocks), first + 4) + 1):
            if blocks[last - 1].kind is not Kind.HEADLINE:
                break
            if any("，" in one.text.text for one in blocks[first:last]):
                runs.append((first, last))
    return runs


def mark_speakers(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Take for crossheads the lines that name who speaks in what follows.

    A page of statements has several: office and name, and a colon.
    """
    blocks = _join_speakers(blocks)
    speakers = [
        i
        for i, block in enumerate(blocks)
        if block.kind in (Kind.PARAGRAPH, Kind.HEADLINE) and _SPEAKER.fullmatch(block.text.text)
    ]
    if len(speakers) < FEWEST_SPEAKERS:
        return blocks
    marked = list(blocks)
    for i in speakers:
        marked[i] = evolve(blocks[i], kind=Kind.CROSSHEAD)
    return tuple(marked)


def _join_speakers(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Join the lines of an office and a name that end with a colon."""
    joined: list[Block] = []
    for block in blocks:
        first = len(joined)
        if block.kind is Kind.HEADLINE and block.text.text[-1] in "：:":
            while first and len(joined) - first < MOST_SPEAKER_LINES and _runs_on(joined[first - 1]):
                first -= 1
        lines = [*joined[first:], block]
        if len(lines) > 1:
            text = Excerpt.join(line.text for line in lines)
            block = evolve(lines[0], text=text, size=sum(line.size for line in lines))
        joined[first:] = [block]
    return tuple(joined)


def _runs_on(block: Block) -> bool:
    full = block.column > 0 and width_of(block.text.text) >= block.column - NOT_QUITE_FULL
    return block.kind is Kind.HEADLINE and full and block.text.text[-1] not in "：:。"


def _bare(text: str) -> str:
    return "".join(text.split())


def _quotes(text: str, body: str) -> bool:
    """Whether nearly all the clauses of a text stand in a body."""
    clauses = [clause for clause in _CLAUSE.findall(text) if len(clause) >= SHORTEST_CLAUSE]
    found = sum(len(clause) for clause in clauses if clause in body)
    return found >= QUOTED_SHARE * sum(map(len, clauses)) and found >= SHORTEST_QUOTE - 2


def mark_captions(blocks: list[Block]) -> tuple[Block, ...]:
    """Take for captions what stands above a picture's credit.

    Of several short paragraphs above one credit each is the caption of a
    picture of its own.
    """
    marked = list(blocks)
    for i, block in enumerate(blocks):
        if block.kind is not Kind.BYLINE or "photo" not in block.marks:
            continue
        above = i - 1
        while above >= 0 and _may_be_caption(blocks[above], first=above == i - 1):
            marked[above] = evolve(blocks[above], kind=Kind.CAPTION)
            above -= 1
    return tuple(marked)


def _may_be_caption(block: Block, *, first: bool) -> bool:
    longest = LONGEST_UNMARKED_CAPTION if first else LONGEST_UNMARKED_CAPTION // 2
    kinds = (Kind.PARAGRAPH, Kind.HEADLINE) if first else (Kind.PARAGRAPH,)
    return block.kind in kinds and len(block.text) <= longest
