"""Takes the pictures of the README and the docs, with playwright and Chromium.

    python .ci/pictures.py

Look at them before you commit them.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from zhnews.output import page_to_html
from zhnews.page import read_page

ROOT = Path(__file__).parents[1]

#: The page, the picture, the passage that is lit up, and the size of the window.
PICTURES = (
    (
        "tests/pages/given/023_ce7287ade71d10ec.txt",
        "proof.png",
        "#read .paragraph >> nth=2",
        (1280, 800),
    ),
    ("docs/tutorial/page.txt", "tutorial.png", "#read .paragraph >> nth=1", (1180, 640)),
)

FLAGS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking"]


def take_pictures() -> None:
    """Take all of them, one after the other."""
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        chromium = os.environ.get("CHROMIUM") or shutil.which("chromium")
        browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        for source, picture, passage, (width, height) in PICTURES:
            proof = Path(folder, "proof.html")
            page = read_page((ROOT / source).read_text("utf-8"))
            proof.write_text(page_to_html(page, title=Path(source).name), "utf-8")
            window = browser.new_page(
                viewport={"width": width, "height": height}, device_scale_factor=1.5
            )
            window.goto(proof.as_uri())
            window.click(passage)
            window.mouse.move(2, 2)
            window.screenshot(path=ROOT / "docs/images" / picture)
        browser.close()


if __name__ == "__main__":
    take_pictures()
