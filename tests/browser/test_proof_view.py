"""The proof in a browser: pointing at one side shows its counterpart on the other.

Runs where playwright is installed and a Chromium is found; skipped elsewhere.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from handmade import RAW, handmade_page, hostile_page, long_page
from zhnews.output import page_to_html
from zhnews.page import Page

sync_api = pytest.importorskip("playwright.sync_api")

CHROMIUM = (
    os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
)
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium here")

FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """One browser for all tests."""
    with sync_api.sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield chromium
        chromium.close()


@pytest.fixture
def show(browser: Any, tmp_path: Path) -> Iterator[Any]:
    """Opens the proof of a page in a window; fails on anything it asks or complains of."""
    problems: list[str] = []
    asked: list[str] = []
    context = browser.new_context(viewport={"width": 1300, "height": 800})

    def open_proof(page: Page) -> Any:
        path = tmp_path / "proof.html"
        path.write_text(page_to_html(page, title="page.txt"), "utf-8")
        window = context.new_page()
        window.on("pageerror", lambda error: problems.append(str(error)))
        window.on("console", lambda message: problems.append(message.text))
        window.on("dialog", lambda dialog: problems.append(dialog.message))
        window.on("request", lambda request: asked.append(request.url))
        window.goto(path.as_uri())
        return window

    yield open_proof
    context.close()
    assert problems == []
    assert [url for url in asked if not url.startswith("file:")] == []


def lit(window: Any, pane: str) -> list[str]:
    """The texts that are lit up on one side."""
    texts: list[str] = window.locator(f"#{pane} .lit").all_inner_texts()
    return texts


def test_a_click_on_a_headline_lights_up_its_place(show: Any) -> None:
    """The question a reader has: where does it say so?"""
    window = show(handmade_page())
    window.click("#article-2 h3")

    assert lit(window, "raw") == ["街头的春天"]
    assert lit(window, "read") == ["街头的春天"]
    assert window.inner_text("#status").startswith("headline · article 2")


def test_a_click_brings_a_place_far_down_into_view(show: Any) -> None:
    """Tens of thousands of characters away, one need not search."""
    page = long_page()
    window = show(page)
    window.click("#read nav li:last-child a")
    window.click("#article-50 p:last-of-type")
    box = window.locator("#raw .lit").bounding_box()

    assert len(page.raw) > 90_000
    assert box is not None
    assert 100 < box["y"] < 800


def test_pointing_at_the_raw_text_lights_up_the_article(show: Any) -> None:
    """And pointing elsewhere lets go."""
    window = show(handmade_page())
    window.hover("#raw .caption")
    caption = lit(window, "read")
    window.hover("header h1")

    assert caption == ["农户在查看化肥。"]
    assert lit(window, "read") == []


def test_the_keyboard_goes_through_the_passages(show: Any) -> None:
    """Arrows move, Enter keeps, Escape lets go, n goes to the next article."""
    window = show(handmade_page())
    window.focus("#article-1 .headline")
    window.keyboard.press("ArrowDown")
    deck = lit(window, "raw")
    window.keyboard.press("Enter")
    kept = window.locator("#raw .kept").all_inner_texts()
    window.keyboard.press("n")
    following = lit(window, "raw")
    window.keyboard.press("Escape")

    assert deck == kept
    assert following == ["街头的春天"]
    assert window.locator(".kept").count() == 0


def test_each_pane_is_one_stop_of_the_tabulator(show: Any) -> None:
    """Nobody wants to press Tab two thousand times."""
    window = show(handmade_page())

    assert window.locator('#raw [tabindex="0"]').count() == 1
    assert window.locator('#read [tabindex="0"]').count() == 1


def test_dropped_text_can_be_filtered(show: Any) -> None:
    """By rule, or nothing but dropped text."""
    window = show(handmade_page())
    rule = window.locator('.legend [data-rule="0"]')
    rule.click()
    hidden = window.locator('#dropped details[data-rule="0"]').is_visible()
    struck = window.locator('#raw .dropped[data-rule="0"]').first.evaluate(
        "(element) => getComputedStyle(element).textDecorationLine"
    )
    rule.click()
    window.click("#only")

    assert not hidden
    assert struck == "none"
    assert not window.locator("#article-1").is_visible()
    assert window.locator("#dropped").is_visible()


def test_a_script_on_the_page_does_not_run(show: Any) -> None:
    """It is text, in every field."""
    for text in (
        "<script>alert(1)</script>",
        '"><img src=x onerror=alert(1)>',
        "' onmouseover='alert(1)",
        "</pre></section><script>alert(1)</script>",
        "<!--",
        "&lt;script&gt;",
    ):
        window = show(hostile_page(text))
        assert text in window.inner_text("#raw pre")


def test_the_raw_text_can_be_copied_as_it_is(show: Any) -> None:
    """Nothing of the proof's own stands between its characters."""
    window = show(handmade_page())

    assert window.locator("#raw pre").evaluate("(pre) => pre.textContent") == RAW


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_can_be_read_on_every_colour(show: Any, scheme: str) -> None:
    """WCAG asks for a contrast of 4.5 to 1."""
    window = show(handmade_page())
    window.emulate_media(color_scheme=scheme)
    ratios = window.evaluate(
        """() => {
          const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
          const light = (colour) => {
            canvas.fillStyle = colour; canvas.fillRect(0, 0, 1, 1);
            const [r, g, b] = [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3).map((v) => {
              v /= 255; return v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4; });
            return 0.2126 * r + 0.7152 * g + 0.0722 * b; };
          const ground = (element) => {
            for (; element; element = element.parentElement) {
              const colour = getComputedStyle(element).backgroundColor;
              if (!/, 0\\)$/.test(colour) && colour !== "transparent") return colour; }
            return "white"; };
          return [...document.querySelectorAll("#raw [data-id], .legend button, .legend b, #read p, dt")]
            .map((element) => {
              const [a, b] = [light(getComputedStyle(element).color), light(ground(element))];
              return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05); });
        }"""
    )

    assert min(ratios) >= 4.5


def test_it_prints_with_both_panes_in_full(show: Any) -> None:
    """Paper does not scroll."""
    window = show(handmade_page())
    window.emulate_media(media="print")
    for pane in ("raw", "read"):
        shown, whole = window.locator(f"#{pane}").evaluate(
            "(pane) => [pane.clientHeight, pane.scrollHeight]"
        )
        assert shown >= whole
    assert window.pdf().startswith(b"%PDF-")
