"""Which characters are a person's name?

A Chinese name is a surname and one or two characters; a name of another
language is written out in more, often with a dot (阿卜杜拉·买买提).
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import accumulate

import regex

from zhnews.chinese import cut_words, fold
from zhnews.excerpt import Excerpt, text_of
from zhnews.fields.lexicon import Lexicon, lexicon, sounds_foreign
from zhnews.vocab import STANDARD, Vocabulary

__all__ = ["Name", "folded", "looks_like_name", "names_between"]

#: The stretches of a folded text that make one name; several where a space
#: spreads it (李　敏).
Name = tuple[tuple[int, int], ...]

#: A copy of a short text for patterns; one line is asked about many times.
folded = lru_cache(maxsize=512)(fold)

#: The longest passage taken for a list of names, in characters.
LONGEST_LIST = 120

#: The longest run of names printed without a space, in characters: four names.
LONGEST_RUN = 14

#: Han characters of a name written out without a dot: 努尔艾合买提 has six.
LONGEST_NAME = 6

#: What stands between the dots of a name.
PART = regex.compile(r"\p{Han}++")

#: A part of a dotted name that is longer may have another name glued to it.
LONGEST_PART = 4

#: So many surnames are common: one of them behind a surname is a husband's.
COMMON_SURNAMES = 110

DOTS = "·•・‧∙⋅･"

CHUNK = regex.compile(
    rf"""
    (?P<dotted>\p{{Han}}{{1,10}}+(?:\ ?[{DOTS}.]\ ?\p{{Han}}{{1,10}}+){{1,4}}+)
    | (?P<han>\p{{Han}}++)
    | (?P<latin>[A-Za-z][A-Za-z.'’-]*+(?:\ [A-Z][A-Za-z.'’-]*+){{0,4}}+)
    | (?P<gap>[\s\p{{Zs}}]++)
    | (?P<comma>[、,/|丨◎;&()\[\]:+—–-]++)
    """,
    regex.VERBOSE,
)


#: What a list of names is made of, in raw text; cheaper than reading it.
_LIST = re.compile(rf"[\u3400-\u9fff\U00020000-\U0003ffff{DOTS}.\s、，／/]+")

_HAN_RUN = re.compile("[\u3400-\u9fff]+")
_LONG_RUN = re.compile("[\u3400-\u9fff]{15}")

#: What no name has; one such character among a line's tells it from a list.
_NO_NAME = re.compile("[的了们們他她它这這哪吗嗎呢吧么麼被把您你我着很是在]")


def looks_like_name(text: str | Excerpt, *, vocabulary: Vocabulary = STANDARD) -> bool:
    """Whether a passage could be one or several personal names and nothing else.

    Weak evidence: a name alone on its line is a signature only where its
    place on the page says so.

    >>> [looks_like_name(line) for line in ("关山月", "欧阳明月　李　敏", "阿卜杜拉·买买提")]
    [True, True, True]
    >>> [looks_like_name(line) for line in ("春耕备耕", "高度", "记者")]
    [False, False, False]
    """
    line = text_of(text).text.strip()
    return 2 <= len(line) <= LONGEST_LIST and _looks_like_name(line, vocabulary)


@lru_cache(maxsize=1024)  # each short line of a page is asked several times
def _looks_like_name(line: str, vocabulary: Vocabulary) -> bool:
    if line[0] not in lexicon(vocabulary).firsts and _HAN_RUN.fullmatch(line):
        return False
    if not _LIST.fullmatch(line):
        return False
    if _NO_NAME.search(line) or _LONG_RUN.search(line):
        return False
    if _HAN_RUN.fullmatch(line) and not lexicon(vocabulary).may_begin_name(folded(line)):
        return False
    names = names_between(folded(line), 0, len(line), vocabulary)
    return bool(names)


def read_names(text: str | Excerpt, *, vocabulary: Vocabulary = STANDARD) -> tuple[Excerpt, ...]:
    """The names of a passage that holds nothing else; none where it does.

    >>> [name.text for name in read_names("关山月、李　敏")]
    ['关山月', '李敏']
    """
    whole = text_of(text)
    names = names_between(folded(whole.text), 0, len(whole), vocabulary)
    return tuple(whole.keep(name) for name in names or ())


def names_between(
    line: str, start: int, end: int, vocabulary: Vocabulary, *, job: str | None = None
) -> list[Name] | None:
    """The names of a stretch that holds nothing else; None where it does.

    Args:
        line: A folded text.
        start: Where the stretch begins.
        end: Where it ends.
        vocabulary: The tables.
        job: How a role word vouches for the names: "glued" where it stands
            right before them, "spaced" where anything is between, "after"
            where it stands behind; "weak" for a word behind that running text
            has too (报道, 整理); "signed" where only a bracket at the text's end
            does; None where nothing does.
    """
    known = lexicon(vocabulary)
    pieces: list[tuple[str, int, int]] = []
    at = start
    while at < end:
        found = CHUNK.match(line, at, end)
        if found is None:
            return None
        pieces.append((str(found.lastgroup), at, found.end()))
        at = found.end()
    names: list[Name] = []
    glued = job == "glued"
    for piece in _joined(pieces, line, known):
        read = _names_of(line, piece, known, job, glued=glued)
        if read is None:
            return None
        names.extend(read)
        glued = False
    return names


def _joined(
    pieces: list[tuple[str, int, int]], line: str, known: Lexicon
) -> list[tuple[str, int, int]]:
    """The pieces that are names; what a space spreads is put together."""
    whole: list[tuple[str, int, int]] = []
    pieces = _without_and(pieces, line, known)
    spread = False  # is the last piece a name that a space may have cut?
    for place, (kind, left, right) in enumerate(pieces):
        if kind == "gap":
            continue
        if kind == "comma":
            spread = False
            continue
        joins = spread and place > 0 and pieces[place - 1][0] == "gap" and kind == "han"
        if joins and _continues(line, whole[-1], left, right, known):
            whole[-1] = ("spread", whole[-1][1], right)
        else:
            whole.append((kind, left, right))
        spread = kind == "han"
    return whole


#: 记者李敏和王建国.
_AND = regex.compile(r"(?P<left>\p{Han}{2,3})(?P<and>[和与及])(?P<right>\p{Han}{2,3})")


def _without_and(
    pieces: list[tuple[str, int, int]], line: str, known: Lexicon
) -> list[tuple[str, int, int]]:
    """The pieces with an "and" between two names taken for a comma."""
    parted: list[tuple[str, int, int]] = []
    for place, (kind, left, right) in enumerate(pieces):
        found = _AND.fullmatch(line, left, right) if kind == "han" and right - left > 4 else None
        if found and known.has_surname(found["left"]) and known.has_surname(found["right"]):
            middle = found.span("and")
            parted += [(kind, left, middle[0]), ("comma", *middle), (kind, middle[1], right)]
        elif line[left:right] in ("和", "与", "及") and _stands_between(pieces, place):
            parted.append(("comma", left, right))
        else:
            parted.append((kind, left, right))
    return parted


def _stands_between(pieces: list[tuple[str, int, int]], place: int) -> bool:
    """Whether whole names stand on both sides: 李敏 与 王建国, not 李敏 和 煦."""
    around = [*pieces[max(0, place - 2) : place], *pieces[place + 1 : place + 3]]
    kinds = [kind for kind, _, _ in around]
    whole = all(right - left > 1 for kind, left, right in around if kind == "han")
    return kinds == ["han", "gap", "gap", "han"] and whole


def _continues(
    line: str, last: tuple[str, int, int], left: int, right: int, known: Lexicon
) -> bool:
    before = line[last[1] : last[2]]
    single = right - left == 1
    if last[0] == "han" and len(before) == 1:
        return single or (right - left == 2 and before in known.rank)
    if last[0] == "spread":  # 高 妍 is complete; 王 小 明 is not
        return single and all(len(part) == 1 for part in before.split())
    return single and before in known.compounds


def _names_of(
    line: str, piece: tuple[str, int, int], known: Lexicon, job: str | None, *, glued: bool
) -> list[Name] | None:
    kind, left, right = piece
    if kind == "dotted":
        if job in (None, "signed") and not sounds_foreign(line[left:right]):
            return None  # 发现·进展: the name of a column
        return _dotted_names(line, left, right, known)
    if kind == "latin":
        vouched = job not in (None, "signed")
        return [((left, right),)] if vouched and right - left > 1 else None
    places = [place for place in range(left, right) if not line[place].isspace()]
    run = "".join(line[place] for place in places)
    parts = _split_run(run, known, job, glued=glued, spread=kind == "spread")
    if parts is None:
        return None
    for start, end in parts:
        name = run[start:end]
        if job in (None, "signed"):
            fits = known.stands_alone(name)
        else:
            fits = known.may_follow_a_job(name, glued=glued or job == "weak")
            fits = fits and (job in ("spaced", "after") or name not in known.notes)
        if not fits:
            return None
        glued = False
    return [_stretches(places[start:end]) for start, end in parts]


def _dotted_names(line: str, left: int, right: int, known: Lexicon) -> list[Name]:
    """A name with a dot, and those that letter-spacing glued to it (滕云迪丽娜尔·艾力)."""
    parts = [found.span() for found in PART.finditer(line, left, right)]
    before = after = None
    start, end = parts[0]
    if end - start > LONGEST_PART and not known.unsurnamed.fullmatch(line, start, end):
        given = known.given_end.search(line, start + 2, end)
        before = given and _cheapest(line[start : given.start()], known, frozenset())
        left = given.start() if before and given else left
    first = start
    start, end = parts[-1]
    if end - start > LONGEST_PART and not known.unsurnamed.fullmatch(line, start, end):
        given = known.given.match(line, start, end - 1)
        after = given and _cheapest(line[given.end() : end], known, frozenset())
        right = given.end() if after and given else right
    return [
        *(((first + a, first + b),) for a, b in before or ()),
        ((left, right),),
        *(((right + a, right + b),) for a, b in after or ()),
    ]


def _stretches(places: list[int]) -> Name:
    stretches: list[tuple[int, int]] = []
    for place in places:
        if stretches and stretches[-1][1] == place:
            stretches[-1] = (stretches[-1][0], place + 1)
        else:
            stretches.append((place, place + 1))
    return tuple(stretches)


def _split_run(
    run: str, known: Lexicon, job: str | None, *, glued: bool, spread: bool
) -> list[tuple[int, int]] | None:
    """Where the names of a run of Han characters begin and end."""
    size = len(run)
    if size < 2:
        return None
    if size <= 3:
        return [(0, size)]
    if known.unsurnamed.fullmatch(run):
        return [(0, size)]
    if spread:
        return _spread_names(run, known)
    if size == 4:
        return [(0, 2), (2, 4)] if _are_two(run, known, job, glued=glued) else [(0, 4)]
    if size > LONGEST_RUN:
        return None
    if job is None and known.begins_rarely(run):
        return None
    parts = _best_split(run, known)
    if parts and job is None and known.begins_rarely(run[parts[-1][0] :]):
        return None  # 白石古桥展亮相
    if parts is None and job in ("spaced", "after") and size <= LONGEST_NAME:
        return [(0, size)]  # a name of another language, without a dot
    return parts


def _are_two(run: str, known: Lexicon, job: str | None, *, glued: bool) -> bool:
    """Whether four characters printed without a space are two names (邹平花荣).

    A married name has two common surnames (陈方安生) and stays whole. Where a
    space parts the run from its role word, one would part two names as well.
    """
    if run[0] not in known.rank or run[2] not in known.rank or run[:2] in known.compounds:
        return False
    if job == "signed":
        return 2 in _word_ends(run)
    return glued and known.rank.get(run[1], COMMON_SURNAMES) >= COMMON_SURNAMES


def _spread_names(run: str, known: Lexicon) -> list[tuple[int, int]] | None:
    """Names of which every character stands apart: 尹　航　禹　贡, 王 小 明 李 大 力."""
    size = len(run)
    best: tuple[float, int] | None = None
    for length in (2, 3):
        if size % length == 0:
            firsts = [run[at] in known.rank for at in range(0, size, length)]
            share = sum(firsts) / len(firsts)
            if best is None or share > best[0]:
                best = share, length
    if best is None:
        return _best_split(run, known)
    return [(at, at + best[1]) for at in range(0, size, best[1])]


def _best_split(run: str, known: Lexicon) -> list[tuple[int, int]] | None:
    """The likeliest way to cut names printed without a space (耿星河路小满).

    Each begins with a surname; three characters are likelier than two, a
    common surname than a rare one, and a cut between two words of the
    dictionary than one inside a word (蓝田玉).
    """
    if any(run[-size:] in known.places for size in (2, 3, 4)):
        return None  # 甘祐安台北: a name, and where the report was filed from
    cheap = _cheapest(run, known, frozenset())
    if cheap is None or len(cheap) == 1:
        return cheap
    other = _cheapest(run, known, frozenset(end for _, end in cheap[:-1]))
    if other is None:
        return cheap
    inside = frozenset(range(1, len(run))) - _word_ends(run)
    return _cheapest(run, known, inside) or cheap


def _word_ends(run: str) -> frozenset[int]:
    """Where the words of a run end, as the dictionary cuts it."""
    return frozenset(accumulate(map(len, cut_words(run))))


#: What a name of so many characters costs; a rare surname costs up to 1 more.
_COST = {2: 1.0, 3: 0.0}

#: The same for a name that begins with a compound surname.
_COMPOUND_COST = {2: 1.5, 3: 0.5, 4: 0.3}

#: What it costs to cut where a cut is disfavoured.
_CUT_COST = 2.0


def _cheapest(
    run: str, known: Lexicon, disfavoured: frozenset[int]
) -> list[tuple[int, int]] | None:
    size = len(run)
    best: list[tuple[float, int] | None] = [(0.0, 0)] + [None] * size
    for start in range(size - 1):
        here = best[start]
        if here is None:
            continue
        for length in range(2, LONGEST_NAME + 1):
            end = start + length
            cost = _name_cost(run[start:end], known) if end <= size else None
            if cost is None:
                continue
            total = here[0] + cost + (_CUT_COST if end in disfavoured else 0.0)
            there = best[end]
            if there is None or total < there[0]:
                best[end] = (total, start)
    parts: list[tuple[int, int]] = []
    end = size
    while end:
        here = best[end]
        if here is None:
            return None
        parts.append((here[1], end))
        end = here[1]
    return parts[::-1]


def _name_cost(name: str, known: Lexicon) -> float | None:
    if len(name) > 3 and known.unsurnamed.fullmatch(name):
        return 0.0
    if len(name) > 4:
        return None
    if name[:2] in known.compounds:
        return _COMPOUND_COST[len(name)]
    if len(name) == 4 or name[0] not in known.rank:
        return None
    return _COST[len(name)] + min(known.rank[name[0]] / 400, 1.0)
