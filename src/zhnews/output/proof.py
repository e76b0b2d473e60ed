"""A page as a proof to look at: raw text beside articles, in one HTML file.

Every character of the raw text is coloured by what it became; pointing at
either side shows its counterpart. The file holds all it needs and loads
nothing; its own policy forbids every script but the one written here.
"""

from __future__ import annotations

import re
from base64 import b64encode
from collections import Counter
from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from html import escape
from importlib.resources import files

from zhnews.articles.blocks import Kind
from zhnews.excerpt import Excerpt
from zhnews.output.coverage import Coverage, Passage, coverage
from zhnews.page import Article, Page

__all__ = ["page_to_html"]

#: Ends of lines that HTML does not know.
_BREAK = re.compile("\r\n|[\r\v\f\x1c-\x1e\x85\u2028\u2029]")

#: What cannot be seen: controls, zero-width and direction marks, surrogates.
_UNSEEN = re.compile(
    "([\x00-\x08\x0e-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff"
    "\ud800-\udfff\ufff9-\ufffb\U000e0000-\U000e0fff])\\1*"
)

#: The kinds in the order of the legend.
_KINDS = (*(kind.value for kind in Kind), "dropped", "in no passage")


def page_to_html(page: Page, *, title: str = "zhnews proof") -> str:
    """The proof of a page.

    Args:
        page: What was read.
        title: What the page is called.
    """
    cover = coverage(page)
    name = show(title, marked=False)
    style, script = _resource("proof.css"), _resource("proof.js")
    policy = (
        f"default-src 'none'; style-src 'sha256-{_digest(style)}'; "
        f"script-src 'sha256-{_digest(script)}'; base-uri 'none'; form-action 'none'"
    )
    return "".join(
        [
            '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n',
            f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n',
            '<meta name="viewport" content="width=device-width, initial-scale=1">\n',
            '<meta name="color-scheme" content="light dark">\n',
            f"<title>{name}</title>\n<style>{style}</style>\n</head>\n<body>\n",
            *_header(page, cover, title),
            "<main>\n",
            '<section id="raw" lang="zh" aria-label="Raw text"><h2 lang="en">Raw text</h2>\n<pre>',
            *_raw_pane(page, cover),
            '</pre></section>\n<section id="read" lang="zh" aria-label="Articles">',
            '<h2 lang="en">Articles</h2>\n',
            *_read_pane(page, cover),
            "</section>\n</main>\n",
            '<footer id="status" role="status" aria-live="polite">',
            "Point at a passage, or move with the arrow keys; Enter keeps it and shows its "
            "counterpart; n and p go to the next and the previous article; Escape lets go."
            "</footer>\n",
            f"<script>{script}</script>\n</body>\n</html>\n",
        ]
    )


@cache
def _resource(name: str) -> str:
    return files(__package__).joinpath(name).read_text("utf-8")


def _digest(text: str) -> str:
    return b64encode(sha256(text.encode()).digest()).decode()


def show(text: str, *, marked: bool = True) -> str:
    """Text as HTML that shows it: escaped, and what cannot be seen named.

    >>> show("<b>春\\u200b耕")
    '&lt;b&gt;春<i class="unseen">200B</i>耕'
    """

    def name(found: re.Match[str]) -> str:
        if not marked:
            return "\ufffd"
        run = f"×{len(found.group())}" if len(found.group()) > 1 else ""
        return f'<i class="unseen">{ord(found.group(1)):04X}{run}</i>'

    return _UNSEEN.sub(name, escape(_BREAK.sub("\n", text)))


def _class(kind: str) -> str:
    return kind.replace(" ", "-")


def _header(page: Page, cover: Coverage, title: str) -> Iterator[str]:
    """The name of the page, its figures, and the legend with its switches."""
    sizes: Counter[str] = Counter()
    rules: Counter[str] = Counter()
    for stretch in cover.stretches:
        size = len("".join(page.raw[stretch.span.start : stretch.span.end].split()))
        kind = stretch.passage.kind if stretch.passage else "in no passage"
        sizes[kind] += size
        if stretch.passage and stretch.passage.reason is not None:
            rules[stretch.passage.reason] += size
    told = [f"{len(page.articles)} articles", f"{sum(sizes.values()):,} characters"]
    if page.publication:
        told.insert(0, show(page.publication.text))
    if page.issue_date:
        told.insert(1 if page.publication else 0, show(page.issue_date))
    yield f"<header>\n<h1>{show(title)}</h1>\n<p>{' · '.join(told)}</p>\n"
    yield '<div class="legend" role="group" aria-label="Kinds of passages: press to hide a colour">'
    for kind in _KINDS:
        if sizes[kind] and kind != "dropped":
            yield _switch("kind", _class(kind), kind, sizes[kind])
    yield "</div>\n"
    if rules:
        yield '<div class="legend" role="group" aria-label="Dropped, by rule: press to hide">'
        yield "<span>Dropped:</span> "
        for number, (rule, size) in enumerate(_by_rule(rules)):
            yield _switch("rule", str(number), rule, size, "dropped")
        yield '<button type="button" id="only" aria-pressed="false">only dropped text</button>'
        yield "</div>\n"
    yield "</header>\n"


def _by_rule(rules: Counter[str]) -> list[tuple[str, int]]:
    """Rules by what they dropped, most first; the order that numbers them."""
    return sorted(rules.items(), key=lambda rule: (-rule[1], rule[0]))


def _switch(of: str, value: str, label: str, size: int, kind: str | None = None) -> str:
    return (
        f'<button type="button" class="k {kind or value}" data-{of}="{value}" '
        f'aria-pressed="true">{show(label)} <b>{size:,}</b></button> '
    )


def _raw_pane(page: Page, cover: Coverage) -> Iterator[str]:
    begun: set[int] = set()
    rules = _rule_numbers(page)
    for stretch in cover.stretches:
        text = show(page.raw[stretch.span.start : stretch.span.end])
        passage = stretch.passage
        if passage is None:
            lost = text.strip()
            yield f'<span class="k in-no-passage">{text}</span>' if lost else text
            continue
        opening = ""
        if passage.article and passage.article not in begun:
            begun.add(passage.article)
            opening = f' data-article="{passage.article}"'
        where = f"{stretch.span.start}–{stretch.span.end}"
        yield f'<span {_attributes(passage, rules)} data-at="{where}"{opening}>{text}</span>'


def _rule_numbers(page: Page) -> dict[str, int]:
    rules: Counter[str] = Counter()
    for drop in page.dropped:
        text = page.raw[drop.span.start : drop.span.end]
        rules[drop.reason] += len("".join(text.split()))
    return {rule: number for number, (rule, _) in enumerate(_by_rule(rules))}


def _attributes(passage: Passage, rules: dict[str, int]) -> str:
    """The class and the data by which both sides of the proof find each other."""
    told = f'class="k {_class(passage.kind)}" data-id="{passage.name}" tabindex="-1"'
    if passage.reason is not None:
        reason = show(passage.reason, marked=False)
        told += f' data-rule="{rules[passage.reason]}" data-reason="{reason}"'
    return told


def _read_pane(page: Page, cover: Coverage) -> Iterator[str]:
    rules = _rule_numbers(page)
    if len(page.articles) > 1:
        yield '<nav lang="en" aria-label="Articles on this page"><ol>'
        for number, article in enumerate(page.articles, 1):
            yield f'<li><a href="#article-{number}" lang="zh">{_name_of(article)}</a></li>'
        yield "</ol></nav>\n"
    by_article: dict[int, list[Passage]] = {}
    for passage in cover.passages:
        if passage.article:
            by_article.setdefault(passage.article, []).append(passage)
    for number, article in enumerate(page.articles, 1):
        yield f'<article id="article-{number}" data-number="{number}">\n'
        yield from _article(article, by_article.get(number, []), cover)
        yield "</article>\n"
    for heading, letter in (("Furniture", "f"), ("Contents", "c")):
        passages = [one for one in cover.passages if one.name.startswith(letter)]
        if passages:
            yield f'<section class="rest"><h3 lang="en">{heading}</h3>\n'
            for passage in passages:
                yield f"<p {_attributes(passage, rules)}>{_text_of(passage)}</p>\n"
            yield "</section>\n"
    yield from _dropped(page, cover, rules)


def _name_of(article: Article) -> str:
    if article.headline:
        return show(article.headline.text)
    opening = article.paragraphs[0].text[:18] + "…" if article.paragraphs else "…"
    return f"<em>{show(opening)}</em>"


def _text_of(passage: Passage) -> str:
    return show(passage.block.text.text) if passage.block else ""


#: The element that a kind of passage is, where it is not a paragraph.
_ELEMENTS = {"headline": "h3", "crosshead": "h4", "pull quote": "blockquote"}


def _article(article: Article, passages: list[Passage], cover: Coverage) -> Iterator[str]:
    """Kicker, headline and deck first, then the fields, then the body as it stands."""
    top = ("kicker", "headline", "deck")
    for kind in top:
        for passage in passages:
            if passage.kind == kind:
                yield _passage(passage)
    yield from _fields(article, cover)
    for passage in passages:
        if passage.kind not in top:
            yield _passage(passage)
    if article.why:
        yield f'<p class="why" lang="en">Begins here: {show("; ".join(article.why))}</p>\n'


def _passage(passage: Passage) -> str:
    element = _ELEMENTS.get(passage.kind, "p")
    inner = _text_of(passage)
    if passage.block and passage.block.cells:
        rows = "".join(
            f"<tr>{''.join(f'<td>{show(cell.text)}</td>' for cell in row)}</tr>"
            for row in passage.block.cells
        )
        element, inner = "div", f"<table>{rows}</table>"
    return f"<{element} {_attributes(passage, {})}>{inner}</{element}>\n"


def _fields(article: Article, cover: Coverage) -> Iterator[str]:
    """What was read of its origin; each field shows the passage that says so."""
    fields: list[tuple[str, str, Excerpt | None]] = []
    for credit in article.credits:
        told = f"{credit.name.text}（{credit.organization}）" if credit.organization else None
        fields.append((credit.role, told or credit.name.text, credit.name))
    if article.source:
        fields.append(("source", article.source.text, article.source))
    if article.date:
        fields.append(("date", article.date, None))
    if article.dateline:
        fields.append(("dateline", article.dateline.text.text, article.dateline.text))
    if not fields:
        return
    yield '<dl class="fields">'
    for name, told, excerpt in fields:
        passage = cover.at(excerpt.start) if excerpt and excerpt.spans else None
        link = f' data-id="{passage.name}" tabindex="-1"' if passage else ""
        yield f'<div><dt lang="en">{show(name)}</dt><dd{link}>{show(told)}</dd></div>'
    yield "</dl>\n"


def _dropped(page: Page, cover: Coverage, rules: dict[str, int]) -> Iterator[str]:
    """What was dropped, rule by rule."""
    if not rules:
        return
    groups: dict[str, list[tuple[Passage, str]]] = {rule: [] for rule in rules}
    dropped = (one for one in cover.passages if one.reason is not None)
    for passage, drop in zip(dropped, page.dropped, strict=True):
        groups[drop.reason].append((passage, page.raw[drop.span.start : drop.span.end]))
    yield '<section class="rest" id="dropped"><h3 lang="en">Dropped</h3>\n'
    for rule, parts in groups.items():
        yield f'<details open data-rule="{rules[rule]}"><summary lang="en">{show(rule)}'
        yield f" <b>{len(parts)}</b></summary><p>"
        for passage, text in parts:
            yield f"<span {_attributes(passage, rules)}>{show(text)}</span> "
        yield "</p></details>\n"
    yield "</section>\n"
