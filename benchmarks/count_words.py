"""Tell how little common words say, from how often jieba's dictionary counts them.

    python -m benchmarks.count_words [--write PATH]

A word of a page (a pair of neighbouring characters, see ``zhnews.articles.words``)
that two passages share says that they are one article, but 发展 says it less than 小麦.
The rows of ``common.tsv``: each pair that stands in so many passages by chance that
it says less, in both scripts, and its share of what a rare one says.
"""

from __future__ import annotations

import argparse
import math
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import jieba
from opencc import OpenCC

import zhnews.articles
from zhnews.articles.words import words_of

#: The characters that jieba's dictionary counts in all, and those of a passage.
COUNTED = 1e8
PASSAGE = 120

#: How many passages of an article have a word of its subject, and how many of any
#: article a rare word.
OWN = 0.3
RARE = 0.003

TABLE = Path(zhnews.articles.__path__[0]) / "common.tsv"

HEAD = """\
# common.tsv: how much less than a rare word a common one says of two passages that share it.
# convention: pairs of neighbouring characters, as in words.py, in both scripts.
# source: made by python -m benchmarks.count_words from the counts of jieba's dictionary.
# columns: word, share in hundredths
"""


def count_pairs() -> Counter[str]:
    """How often jieba's dictionary counts each pair of characters."""
    counts: Counter[str] = Counter()
    dictionary = Path(jieba.__path__[0]) / "dict.txt"
    for row in dictionary.read_text("utf-8").splitlines():
        word, count, _ = row.split(" ")
        for pair in words_of(word):
            if not pair.isascii():
                counts[pair] += int(count)
    return counts


def share_of(count: int) -> float:
    """How much a word says that is counted so often, as a share of what a rare one says."""
    by_chance = 1 - math.exp(-PASSAGE * count / COUNTED)
    return min(1.0, math.log(OWN / by_chance) / math.log(OWN / RARE))


def table_rows() -> Iterator[tuple[str, int]]:
    """The common words of both scripts, the commonest first."""
    traditional = OpenCC("s2t")
    for pair, count in count_pairs().most_common():
        share = round(100 * share_of(count))
        if share >= 100:
            return
        yield pair, share
        if (other := traditional.convert(pair)) != pair:
            yield other, share


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", type=Path, nargs="?", const=TABLE, help="write the table")
    options = parser.parse_args()
    rows = dict(reversed(list(table_rows())))  # of two rows for one pair the commoner one's
    table = HEAD + "".join(f"{word}\t{share}\n" for word, share in sorted(rows.items()))
    if options.write:
        options.write.write_text(table, encoding="utf-8")
    else:
        print(table, end="")


if __name__ == "__main__":
    main()
