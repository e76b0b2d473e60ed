"""What does a recognition model write? Markdown pages and digests, a block at a time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from random import Random

from attrs import evolve, frozen

from . import names
from .articles import Article
from .desk import Block, Story, sign
from .furniture import Furniture, masthead
from .signature import House
from .typesetting import Measure, Setting, break_lines


@frozen
class Marks:
    """How a model marks what it sees."""

    head: str = "# "
    crosshead: str = "## "
    deck: str = "**"
    kicker: str = ""
    table: str = "markdown"
    image: str = ""
    bold: float = 0.05
    cut: float = 0.12  # chance that a paragraph is cut where a column ends
    rule: str = ""  # what stands at a page break


def _marks(rng: Random) -> Marks:
    return Marks(
        head=rng.choice(("# ", "# ", "## ")),
        crosshead=rng.choice(("## ", "### ", "**")),
        deck=rng.choice(("", "**", "## ", "### ")),
        kicker=rng.choice(("", "", "**", "## ")),
        table=rng.choice(("markdown", "html", "html-lines")),
        image=rng.choice(("", "", "![](images/{}.jpg)", "![image]({}.png)", '<img src="{}.jpg">')),
        bold=rng.choice((0, 0.05, 0.2)),
        cut=rng.choice((0, 0.1, 0.3)),
        rule=rng.choice(("", "", "---", "<!-- page -->", "***")),
    )


def _marked(text: str, mark: str) -> str:
    return f"**{text}**" if mark == "**" else mark + text


def table_text(rows: Sequence[Sequence[str]], how: str) -> str:
    """A table as markdown or HTML."""
    if how == "markdown":
        lines = ["| " + " | ".join(row) + " |" for row in rows]
        lines.insert(1, "|" + "---|" * len(rows[0]))
        return "\n".join(lines)
    joint = "\n" if how == "html-lines" else ""
    body = joint.join(
        "<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows
    )
    return f"<table>{joint}{body}{joint}</table>"


def _block(block: Block, marks: Marks, rng: Random) -> Iterator[str]:
    text = block.text
    if block.kind == "head":
        yield _marked(text, marks.head)
    elif block.kind in ("deck", "kicker"):
        yield _marked(text, marks.deck if block.kind == "deck" else marks.kicker)
    elif block.kind == "crosshead":
        yield _marked(text, marks.crosshead)
    elif block.kind == "table":
        yield table_text(block.rows, marks.table)
    elif block.kind == "pull":
        yield _marked(text, rng.choice(("## ", "**", "> ")))
    elif block.kind == "para":
        if marks.cut and len(text) > 60 and rng.random() < marks.cut:
            at = rng.randint(15, len(text) - 15)
            yield text[:at]
            if marks.rule and rng.random() < 0.4:
                yield marks.rule
            yield text[at:]
            return
        stop = text.find("。")
        if rng.random() < marks.bold and 5 < stop < 50 and not text.startswith("【"):
            text = f"**{text[: stop + 1]}**{text[stop + 1 :]}"
        yield text
    else:
        yield text


def _story(story: Story, marks: Marks, rng: Random) -> Iterator[str]:
    images = 0
    joined = rng.random() < 0.5
    parts: list[str] = []
    for block in story.blocks:
        texts = list(_block(block, marks, rng))
        if block.kind == "photo" and joined and parts:
            parts[-1] += rng.choice((" ", "\n")) + texts[0]
            continue
        if block.kind == "caption":
            images += 1
            shown = marks.image.format(f"{story.gold['headline'] and images}_{images}")
            parts.append(shown)
        parts.extend(texts)
    return iter(parts)


def markdown_page(stories: Sequence[Story], furniture: Furniture, rng: Random) -> str:
    """A page as a recognition model gives it."""
    marks = _marks(rng)
    parts = list(furniture.top)
    for story in stories:
        parts.extend(_story(story, marks, rng))
    parts.extend(furniture.bottom)
    text = "\n\n".join(parts)
    if rng.random() < 0.06:
        text = f"```markdown\n{text}\n```"
    return "\n" * rng.choice((0, 0, 4)) + text + "\n"


# ---------------------------------------------------------------- digests


def _digest_story(
    article: Article, house: House, rng: Random, day_form: str, source_form: str
) -> Story:
    """An item of a digest: headline, source and date, body, attachment, link."""
    keep_author = article.genre == "paper"
    plain = sign(article, house, rng, with_names=keep_author)
    blocks = [
        b for b in plain.blocks if b.kind not in ("kicker", "caption", "photo", "pull", "deck")
    ]
    gold = plain.gold | {"kicker": None, "captions": [], "pull_quotes": []}
    gold["credits"] = [c for c in gold["credits"] if c["role"] != "photographer"]
    gold["subheads"] = [b.text for b in blocks if b.kind == "crosshead"]
    source = rng.choice(names.OUTLETS)
    year, month, day = rng.randint(2012, 2024), rng.randint(1, 12), rng.randint(1, 28)
    gold |= {"source": source, "date": f"{year}-{month:02}-{day:02}"}
    shown = day_form.format(y=year, m=month, d=day)
    head_at = next(i for i, b in enumerate(blocks) if b.kind == "head")
    blocks.insert(head_at + 1, Block("source", source_form.format(source, shown)))
    if rng.random() < 0.3 and not gold["attachments"]:
        title = f"《{article.head[0]}实施方案》" if len(article.head[0]) < 14 else None
        if title:
            blocks.append(Block("attach", f"附：{title}"))
            gold["attachments"] = [title]
    if rng.random() < 0.65:
        link = _link(rng)
        blocks.append(Block("link", link))
        gold["links"] = [link]
    return Story(tuple(blocks), gold)


def _link(rng: Random) -> str:
    code = f"{rng.randrange(16**8):08x}"
    return rng.choice(
        (
            f"https://www.example-info.cn/{rng.randint(2012, 2024)}/{code}.html",
            f"http://news.example.com/a/{code}",
            f"https://mp.weixin.qq.com/s/{code}_{code[::-1]}Aa-{rng.randint(10, 99)}",
            f"https://example.org.cn/art/{rng.randint(100, 999)}/{code}?from=list&p={rng.randint(1, 9)}",
        )
    )


def digest_page(
    articles: Sequence[Article], house: House, rng: Random
) -> tuple[list[Story], Furniture, list[str], str]:
    """A digest: masthead, contents, items."""
    day_form = rng.choice(
        (
            "{y}-{m:02}-{d:02}",
            "{y}年{m}月{d}日",
            "{y}.{m}.{d}",
            "{y}/{m:02}/{d:02}",
            "{y}. {m:02}. {d:02}",
        )
    )
    source_form = rng.choice(("{} {}", "{} {}", "{}　{}", "《{}》 {}", "来源：{} {}", "（{} {}）"))
    stories = [_digest_story(article, house, rng, day_form, source_form) for article in articles]
    front = masthead([story.gold["headline"] for story in stories], rng)
    marks = evolve(
        _marks(rng), head=rng.choice(("", "", "## ", "# ")), crosshead=rng.choice(("", "**"))
    )
    width = rng.choice((0, 0, 30, 38, 44)) if not marks.head else 0
    joint = rng.choice(("\n", "\n\n"))
    parts = [*front.lines, *(line for line, _ in front.contents)]
    texts = [joint.join(parts)]
    numbers: list[str] = []
    numbered = width and rng.random() < 0.4
    form = rng.choice(("{}", "- {} -", "第{}页"))
    for story in stories:
        texts.append(joint.join(_digest_lines(story, marks, width, rng)))
        if numbered and story is not stories[-1]:
            numbers.append(form.format(len(numbers) + 2))
            texts.append(numbers[-1])
    lines = list(front.lines) + [line for line, entry in front.contents if not entry]
    furniture = Furniture((*lines, *numbers), (), front.publication, None)
    contents = [entry for _, entry in front.contents if entry]
    return stories, furniture, contents, joint.join(texts)


def _digest_lines(story: Story, marks: Marks, width: int, rng: Random) -> Iterator[str]:
    setting = Setting(width=width or 40, narrow=0, split=0.3)
    for block in story.blocks:
        if block.kind == "table":
            yield (
                table_text(block.rows, marks.table)
                if marks.head
                else "\n".join("\t".join(row) for row in block.rows)
            )
        elif block.kind == "link" and width and len(block.text) > width:
            yield block.text[: 2 * width]
            if block.text[2 * width :]:
                yield block.text[2 * width :]
        elif block.kind == "link":
            yield f"<{block.text}>" if marks.head and rng.random() < 0.3 else block.text
        elif width and block.kind in ("para", "note"):
            for line, _ in break_lines(block.text, Measure(setting, rng), rng, setting, 2):
                yield line
        else:
            yield from _block(block, evolve(marks, cut=0), rng)
