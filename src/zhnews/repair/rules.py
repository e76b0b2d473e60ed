"""Which rules are there, and in which order?"""

from __future__ import annotations

from collections.abc import Callable

from attrs import field, frozen

from zhnews.repair.breaks import AT_BREAK, keep_one_at_break
from zhnews.repair.characters import FORM, ODD, UNSEEN, keep_counterparts, keep_visible
from zhnews.repair.columns import COLUMNS, take_columns_apart
from zhnews.repair.formula import FORMULA, keep_printed
from zhnews.repair.glyphs import keep_one_of_each
from zhnews.repair.latex import keep_typeset
from zhnews.repair.lines import Line
from zhnews.repair.loops import LOOP, keep_first_turns
from zhnews.repair.markup import (
    FENCE,
    RULES_AND_DOTS,
    SEPARATOR,
    keep_emphasized,
    keep_line,
    keep_unfenced,
    keep_unseparated,
)
from zhnews.repair.recognizer import (
    NOTE,
    NOTE_OPENS,
    TOKEN,
    keep_unannounced,
    keep_untokened,
    keep_without_settings,
)
from zhnews.repair.repeats import keep_first_copies, keep_one_ending
from zhnews.repair.scan import PICTURE, on_lines_with
from zhnews.repair.spacing import (
    AT_MARK,
    LETTER_SPACING,
    keep_close,
    keep_letters_together,
)
from zhnews.repair.tags import (
    COMMENT,
    ENTITY,
    IMAGE,
    LINK,
    keep_captions,
    keep_entities,
    keep_links,
    keep_uncommented,
    keep_untagged,
)
from zhnews.repair.vertical import keep_upright

__all__ = ["RULES", "Rule"]


@frozen
class Rule:
    """One repair.

    Attributes:
        name: What is booked as the reason; unique among the rules.
        keep: Gives back the lines as they are kept: the very tuple it was
            given when there is nothing to repair, and the very lines that it
            leaves alone. It only selects: the texts it gives are slices of
            those it got, or one-to-one counterparts.
        artifact: What it repairs, in one sentence, with an example.
        cost: What it may get wrong.
    """

    name: str
    keep: Callable[[tuple[Line, ...]], tuple[Line, ...]] = field(repr=False)
    artifact: str = field(repr=False)
    cost: str = field(repr=False)


#: Each may count on those before.
_IN_ORDER = (
    Rule(
        "invisible character",
        on_lines_with(UNSEEN, "invisible character", keep_visible, within=ODD),
        "Characters without a glyph: byte order mark, zero-width and soft hyphens, controls, "
        "private-use characters, variation selectors.",
        "A rare character that a paper printed with a private-use code is lost.",
    ),
    Rule(
        "ordinary form",
        on_lines_with(FORM, "ordinary form", keep_counterparts, within=ODD),
        "Radicals, compatibility ideographs and vertical, small or half-width marks that a "
        "font's table names instead of the character: ⾦ is 金, ︽ is 《.",
        "A text about radicals, or about the variants of a name, loses the difference.",
    ),
    Rule(
        "code fence",
        on_lines_with(FENCE, "code fence", keep_unfenced, literals=("`", "~")),
        "The ``` that a recognition model puts around a page; what it holds stays.",
        "None known.",
    ),
    Rule(
        "model's settings",
        keep_without_settings,
        "What a recognition model writes before a page between two rules: `primary_language: zh`.",
        "A table of such words and values between two rules is lost.",
    ),
    Rule(
        "model's note",
        on_lines_with(NOTE, "model's note", keep_unannounced, opens=NOTE_OPENS),
        "A line in which a chat model speaks: 以下是图片中的文字内容：, （图片描述：……）.",
        "A line in which the paper announces the text of a picture or describes it so is lost.",
    ),
    Rule(
        PICTURE,
        on_lines_with(IMAGE, PICTURE, keep_captions, literals=("<", "[", "【")),
        "A picture's place in markdown or HTML, `![](1.jpg)`; the words in it stay.",
        "A caption of fewer than two words, 图片, is taken for a placeholder.",
    ),
    Rule(
        "model's token",
        on_lines_with(TOKEN, "model's token", keep_untokened, literals=("<", "[")),
        "Tokens around a region and its place: `<|ref|>title<|/ref|><|det|>[[52, 20, 420, 41]]"
        "<|/det|>`.",
        "A text about such models loses the tokens it names.",
    ),
    Rule(
        "comment",
        on_lines_with(COMMENT, "comment", keep_uncommented, literals=("<",)),
        "A comment in HTML: `<!-- page 3 -->`. What stands at the page's edge stays: "
        '`<!-- PageHeader="临海日报" -->`.',
        "None known.",
    ),
    Rule(
        "tag",
        keep_untagged,
        "HTML's tags other than a table's; a line begins where <p> or <br> says so.",
        "A text about HTML loses the tags it names.",
    ),
    Rule(
        "entity",
        on_lines_with(ENTITY, "entity", keep_entities, literals=("&",)),
        "&amp; for &, and the entities of spaces. Others stay, as their character is not in "
        "the text.",
        "A text about HTML loses the entities it names.",
    ),
    Rule(
        "link mark",
        on_lines_with(LINK, "link mark", keep_links, literals=("<", "[")),
        "Markdown around a link, the angle brackets around an address, a footnote's call: [^1].",
        "The address behind a link's words inside a sentence is lost.",
    ),
    Rule(
        "emphasis",
        keep_emphasized,
        "Stars, underscores and the like around words; a wholly bold line stays as evidence.",
        "Two masked names without a surname before the stars lose them.",
    ),
    Rule(
        "line mark",
        keep_line,
        "Markdown's # before a heading, - before an entry, > before a quotation; a heading's "
        "level stays as evidence.",
        "A line that really begins with such a mark and a space loses it.",
    ),
    Rule(
        "LaTeX command",
        keep_typeset,
        r"Commands of LaTeX around lines: \section*{放下油锯}, \begin{figure}. What they say of a "
        "line stays as evidence.",
        "A text about LaTeX loses the commands it names.",
    ),
    Rule(
        "formula",
        on_lines_with(FORMULA, "formula", keep_printed, literals=("\\", "$", "_", "^")),
        r"LaTeX around what was printed: PM_{2.5}, \%, $6.1$.",
        "A sum in dollars before and after a sign of LaTeX may lose its dollar signs.",
    ),
    Rule(
        "separator",
        on_lines_with(SEPARATOR, "separator", keep_unseparated, opens=RULES_AND_DOTS),
        "A line of dashes, stars or dots between passages.",
        "A rating in stars on a line of its own is lost.",
    ),
    Rule(
        LOOP,
        keep_first_turns,
        "What a recognition model that lost its place said over and over, in a line or in lines.",
        "A text that says one thing four times and more keeps one: a refrain, a row of slogans.",
    ),
    Rule(
        COLUMNS,
        take_columns_apart,
        "Columns that stand side by side and were read across, a line of each at a time; they "
        "are read one after the other.",
        "A table whose cells are running text over several lines is read column by column.",
    ),
    Rule(
        "vertical",
        keep_upright,
        "A line set downwards, one character a line.",
        "Four cells of one Han character, one a line, are read as one line.",
    ),
    Rule(
        "doubled glyphs",
        keep_one_of_each,
        "Fake bold: a line, a run or a glyph that was drawn twice, a hair apart, and read twice.",
        "怎么办怎么办 on a line of its own keeps one copy; 社论社论 keeps both.",
    ),
    Rule(
        "repeated line",
        keep_first_copies,
        "Fake bold whose second copy came out as a line of its own: "
        "本报记者 / 本报记者 石楠 / 石楠.",
        "A line of four characters or more that verse says twice keeps one copy where no line "
        "of like length stands around it.",
    ),
    Rule(
        "doubled ending",
        keep_one_ending,
        "The short last line of a doubled headline or caption: 篓。篓。",
        "A short line of doubled words beside a doubled headline keeps one copy.",
    ),
    Rule(
        AT_BREAK,
        keep_one_at_break,
        "A character printed at the end of a page, column or line and again at the head of the "
        "next: 暂停跨 / 跨境.",
        "A name that ends with the character that the next page or line begins with loses it.",
    ),
    Rule(
        LETTER_SPACING,
        keep_letters_together,
        "Spaces between the characters of a justified line or of display type.",
        "Three cells of one Han character in a row are read as one word; letter-spaced names "
        "are no longer parted.",
    ),
    Rule(
        "space at a mark",
        on_lines_with(AT_MARK, "space at a mark", keep_close, literals=(" ", "\u3000")),
        "A space that was set on the inner side of a mark: 连日来 ，又有.",
        "A space after a comma that parted two columns is lost where no other sign of the "
        "columns is left.",
    ),
)


class _Shipped(tuple[Rule, ...]):
    """The rules as they are shipped; a signature with them shows their number, not each."""

    __slots__ = ()

    def __repr__(self) -> str:
        return f"<zhnews.RULES: {len(self)} rules>"


#: The rules, in the order in which they apply.
RULES: tuple[Rule, ...] = _Shipped(_IN_ORDER)
