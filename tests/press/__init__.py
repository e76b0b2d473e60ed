"""A press for tests: articles are signed, typeset, and damaged as extractors do.

``make_page(family, seed)`` gives the raw text of a page together with what a
careful editor would read off it (the gold). Nothing here knows zhnews.
"""

from .pages import FAMILIES, Page, make_page

__all__ = ["FAMILIES", "Page", "make_page"]
