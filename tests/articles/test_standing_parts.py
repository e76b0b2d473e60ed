"""What comes back from issue to issue: tables, rubrics, and where bylines stand."""

from __future__ import annotations

from zhnews.page import Article, Page, read_page


def names(article: Article) -> list[str]:
    """Who an article names."""
    return [credit.name.text for credit in article.credits if credit.name]


def titles(page: Page) -> list[str | None]:
    """The headlines of a page."""
    return [str(one.headline) if one.headline else None for one in page.articles]


def texts(article: Article) -> list[str]:
    """The paragraphs of an article."""
    return [text.text for text in article.paragraphs]


MATCH = (
    "石坪队主场取胜\n本报记者 李敏\n"
    "　　昨晚，省联赛第九轮战罢，石坪队主场以3比1击败青田队，取得两连胜。\n"
    "　　主教练王芳说，下一轮客场对阵海沽队，全队要把防守放在第一位。\n"
)
TABLE = "名次 球队 胜 负 积分\n1 石坪 7 2 23\n2 海沽 6 3 20\n3 青田 5 4 17\n"


def test_a_standing_table_under_its_heading_is_an_article() -> None:
    """Its heading says so by its last word; the note below it is its own."""
    page = read_page(MATCH + "积分榜（前三名）\n" + TABLE + "（截至9月3日）\n")

    assert sorted(map(str, titles(page))) == ["石坪队主场取胜", "积分榜（前三名）"]
    assert [len(one.tables) for one in page.articles] == [0, 1]
    assert texts(page.articles[1]) == ["（截至9月3日）"]


def test_a_table_under_the_name_of_a_column_is_an_article() -> None:
    """The column's name stands over its headline, as over any other."""
    page = read_page(MATCH + "相关链接\n三队近五年的成绩\n" + TABLE)

    assert [str(one.kicker) for one in page.articles if one.kicker] == ["相关链接"]
    assert [len(one.tables) for one in page.articles] == [0, 1]


def test_a_table_inside_a_text_stays_there() -> None:
    """The text goes on below it."""
    page = read_page(
        MATCH + "积分榜\n" + TABLE + "　　赛季还剩三轮，三支球队都有机会夺冠，悬念留到最后。\n"
    )

    assert [len(one.tables) for one in page.articles if one.tables] == [1]
    assert str(page.articles[0].headline) == "石坪队主场取胜"


def test_wide_gaps_set_cells_apart_where_figures_are_written_out() -> None:
    """Dates and hours in Chinese numerals are figures too."""
    rows = "日期   球隊   時間\n十一月五日   藍鷹對南灣   下午三時\n十一月六日   東園對海星   晚上八時\n"
    page = read_page("銀盃四強賽程\n" + rows)

    assert [len(one.tables[0]) for one in page.articles] == [3]


def test_a_bar_stands_between_a_column_and_the_headline() -> None:
    """Print sets a rule there."""
    page = read_page(
        "今日谈 | 让老手艺活起来\n李敏\n"
        "　　竹编匠人过去编的是箩筐，如今编的是灯罩，有人说这是变味，他却不这样看。\n"
    )

    assert str(page.articles[0].kicker) == "今日谈"
    assert titles(page) == ["让老手艺活起来"]


def test_a_note_of_the_editors_is_an_article_behind_another() -> None:
    """No heading inside a text is so called."""
    page = read_page(
        MATCH + "编后\n　　一场球赛，也是一座县城的节日，愿看台上的掌声年年如约而至。\n"
    )

    assert titles(page)[1] == "编后"


ESSAYS = (
    "　　母亲擀面总在傍晚，案板支在院中那棵石榴树下，面团醒得软硬正好，像春蚕吃桑叶。\n",
    "　　文庙街的拐角有个旧书摊，摊主六十来岁，戴一副断了腿的老花镜，书从不论斤卖。\n",
    "　　父亲去世后，我们在箱底找到一本账本，牛皮纸封面，用纳鞋底的线装订得结结实实。\n",
)
WRITERS = ("李敏", "王芳", "秦川")


def test_bylines_stand_over_their_texts_where_the_first_one_does() -> None:
    """Headlines were read first: as many lines as there are essays, one for each."""
    heads = ["一碗手擀面", "旧书摊前", "父亲的账本"]
    signed = (f"□ {name}\n{text}" for name, text in zip(WRITERS, ESSAYS, strict=True))
    page = read_page("\n".join(heads) + "\n" + "".join(signed))

    assert titles(page) == heads
    assert [names(one) for one in page.articles] == [[name] for name in WRITERS]


def test_bylines_stand_under_their_texts_where_the_last_one_does() -> None:
    """No text has one above it, so each closes its own."""
    signed = (f"{text}□ {name}\n" for name, text in zip(WRITERS, ESSAYS, strict=True))
    page = read_page("一碗手擀面\n旧书摊前\n父亲的账本\n" + "".join(signed))

    assert "李敏" in names(page.articles[0])


def test_a_poem_whose_title_stands_elsewhere_is_told_by_its_poet() -> None:
    """The mark before the name says that somebody signs what is below."""
    verses = [
        *("风从南边赶来", "一夜之间", "把整个平原吹成了金色", "布谷鸟喊着谁的名字"),
        *("一声比一声急", "父亲蹲在地头", "吹一口气", "他的手心里", "就亮起几粒太阳"),
    ]
    page = read_page(
        f"一碗手擀面\n麦子黄了\n旧书摊前\n□ 李敏\n{ESSAYS[0]}□ 王芳\n"
        + "\n".join(verses)
        + f"\n□ 秦川\n{ESSAYS[1]}"
    )

    assert [texts(one) for one in page.articles if "王芳" in names(one)] == [verses]


def test_the_line_ups_of_a_match_are_paragraphs() -> None:
    """They end without a stop, and the rest of one is no byline."""
    page = read_page(
        MATCH
        + "石坪：江一帆、魏东、柳成（后备）、\n李敏、秦川\n青田：石楠、高原、田野、\n王岚、方禾\n"
    )
    (article,) = page.articles

    assert texts(article)[-2:] == [
        "石坪：江一帆、魏东、柳成（后备）、李敏、秦川",
        "青田：石楠、高原、田野、王岚、方禾",
    ]


def test_bold_type_right_under_a_heading_heads_the_first_part() -> None:
    """A recognition model marks the lines of one headline alike."""
    page = read_page(
        "## 月入八千，怎样攒出首付\n\n**读者来信**\n\n我和爱人都是二十八岁，想三年内买一套房，请问怎样安排？\n\n"
        "**理财师建议**\n\n两位每月结余九千元，三年可以积累三十二万元，首付不宜冒险。\n"
    )
    (article,) = page.articles

    assert str(article.headline) == "月入八千，怎样攒出首付"


def test_the_title_of_a_picture_is_no_name() -> None:
    """Behind the label stands what the work is called, and who made it stands last."""
    page = read_page(
        "秋天的信箱\n王芳\n　　小区门口的绿色信箱还在，只是很少有人往里投信了，铁片上落了一层灰。\n"
        "题图：秋到青石岭（国画） 李敏 作\n"
    )
    (essay,) = page.articles

    assert [text.text for text in essay.captions] == ["题图：秋到青石岭（国画）"]
    assert names(essay) == ["王芳", "李敏"]
