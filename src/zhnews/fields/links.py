"""What does the page point to? Web addresses and attachments."""

from __future__ import annotations

import re

from zhnews.excerpt import Excerpt, text_of

__all__ = ["find_links", "read_attachment", "read_link_line"]

#: A web address: with its scheme, or beginning with www. Chinese text and
#: full-width marks end it.
LINK = re.compile(
    r"(?:https?://|www\.)[A-Za-z0-9][A-Za-z0-9._~:/?#\[\]@!$&'()*+,;=%-]{2,2000}", re.IGNORECASE
)

#: Marks that end a sentence rather than an address.
_TAIL = ".,;:!?'\")]>"

#: What a line that is a link may have around it: an angle bracket, a label.
_LABEL = re.compile(
    r"\s*(?:(?:原文|文章|全文|详情|阅读|附件|来源|參考|参考|相關|相关)?"
    r"(?:链接|連結|鏈接|网址|網址|地址|URL|url)\s*[:：]?\s*|附\s*[:：]\s*)?[<＜〈\[(（【]?\s*"
)
_AFTER = re.compile(r"\s*[>＞〉\])）】]?\s*")


def find_links(text: str | Excerpt) -> tuple[Excerpt, ...]:
    """The web addresses of a text, in order.

    >>> [link.text for link in find_links("详见http://news.example.cn/a_1.html。")]
    ['http://news.example.cn/a_1.html']
    >>> find_links("电话：0799-96538")
    ()
    """
    passage = text_of(text)
    printed = passage.text
    if "://" not in printed and "www." not in printed and "WWW." not in printed:
        return ()
    return tuple(passage[found.start() : _end(printed, found)] for found in LINK.finditer(printed))


def _end(printed: str, found: re.Match[str]) -> int:
    """Where the address ends: before a stop, and a bracket it did not open."""
    end = found.end()
    while end > found.start() and printed[end - 1] in _TAIL:
        if printed[end - 1] == ")" and "(" in printed[found.start() : end]:
            break
        end -= 1
    return end


def read_link_line(text: str | Excerpt) -> Excerpt | None:
    """The web address of a line that is nothing else.

    >>> read_link_line("<https://news.example.cn/a>").text
    'https://news.example.cn/a'
    >>> read_link_line("登录www.example.cn查询") is None
    True
    """
    line = text_of(text)
    links = find_links(line)
    if len(links) != 1:
        return None
    label = _LABEL.match(line.text)
    start = label.end() if label else 0
    found = LINK.match(line.text, start)
    if found is None:
        return None
    end = _end(line.text, found)
    return line[start:end] if _AFTER.fullmatch(line.text, end) else None


_ATTACHMENT = re.compile(
    r"\s*[*#]{0,3}\s*附\s*(?:件|表|录|錄|文|注)?\s*[0-9０-９一二三四五六七八九十]{0,2}\s*[:：]\s*"
)


def read_attachment(text: str | Excerpt) -> Excerpt | None:
    """What stands behind 附： at the head of a line.

    >>> read_attachment("附件1：《科创金融改革总体方案》").text
    '《科创金融改革总体方案》'
    >>> read_attachment("附近的居民") is None
    True
    """
    line = text_of(text)
    if "附" not in line.text[:8]:
        return None
    head = _ATTACHMENT.match(line.text)
    if head is None:
        return None
    rest = line[head.end() :].strip()
    return rest or None
