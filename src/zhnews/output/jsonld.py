"""A page as linked data: schema.org ``NewsArticle`` in JSON-LD.

Every property is one that schema.org gives to its type; what the page does not
say is left out.
"""

from __future__ import annotations

from typing import Any

from zhnews.chinese import is_traditional
from zhnews.excerpt import Excerpt
from zhnews.fields.credits import Credit
from zhnews.output.characters import to_json
from zhnews.page import Article, Page

__all__ = ["article_to_jsonld", "page_to_jsonld"]

#: Roles of credits that schema.org has a property for; all others contribute.
_PROPERTIES = {
    "reporter": "author",
    "author": "author",
    "editor": "editor",
    "translator": "translator",
}


def page_to_jsonld(page: Page) -> str:
    """The articles of a page as a JSON-LD graph."""
    graph = [article_to_jsonld(article, page=page) for article in page.articles]
    for position, node in enumerate(graph, 1):
        node["position"] = position
    return to_json({"@context": "https://schema.org", "@graph": graph}, indent=1) + "\n"


def article_to_jsonld(article: Article, *, page: Page | None = None) -> dict[str, Any]:
    """One article as a ``NewsArticle`` node, without ``@context``.

    Args:
        article: What was read.
        page: The page it stands on, for the publisher and the issue.
    """
    body = "\n".join(paragraph.text for paragraph in article.paragraphs)
    node: dict[str, Any] = {
        "@type": "NewsArticle",
        "headline": _text(article.headline),
        "alternativeHeadline": [
            line.text for line in (article.kicker, *article.decks) if line is not None
        ],
        "dateline": article.dateline and article.dateline.text.text,
        "datePublished": article.date or (page.issue_date if page else None),
        "articleBody": body,
        "inLanguage": _language((_text(article.headline) or "") + body),
        "sourceOrganization": _named("Organization", article.source),
        "image": [{"@type": "ImageObject", "caption": text.text} for text in article.captions],
        "url": [link.text for link in article.links],
        "associatedMedia": [
            {"@type": "MediaObject", "name": text.text} for text in article.attachments
        ],
    }
    for credit in article.credits:
        node.setdefault(_PROPERTIES.get(credit.role, "contributor"), []).append(_person(credit))
    if page:
        node |= _issue(page)
    return {key: value for key, value in node.items() if value not in (None, "", [], {})}


def _person(credit: Credit) -> dict[str, Any]:
    person: dict[str, Any] = {
        "@type": "Person",
        "name": credit.name.text,
        "jobTitle": credit.role,
    }
    if credit.organization:
        person["affiliation"] = _named("Organization", credit.organization)
    return person


def _issue(page: Page) -> dict[str, Any]:
    """Whose issue it is, as far as the page states it."""
    paper = _named("Newspaper", page.publication)
    issue: dict[str, Any] = {"@type": "PublicationIssue"}
    if page.issue_date:
        issue["datePublished"] = page.issue_date
    if paper:
        issue["isPartOf"] = paper
    return {
        "publisher": _named("Organization", page.publication),
        "isPartOf": issue if len(issue) > 1 else None,
    }


def _named(kind: str, name: Excerpt | None) -> dict[str, Any] | None:
    return {"@type": kind, "name": name.text} if name else None


def _language(text: str) -> str | None:
    """The language and script, as BCP 47 writes them; None where there is no text."""
    if not text:
        return None
    return "zh-Hant" if is_traditional(text) else "zh-Hans"


def _text(excerpt: Excerpt | None) -> str | None:
    return excerpt.text if excerpt else None
