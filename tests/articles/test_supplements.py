"""Pages of finance, sport and culture: tables, news in brief, essays, serials, magazines."""

from __future__ import annotations

from zhnews.page import Article, read_page


def texts(article: Article) -> list[str]:
    """The paragraphs of an article."""
    return [text.text for text in article.paragraphs]


def test_who_gave_the_figures_stands_under_a_table_and_in_no_row() -> None:
    """It is the title of the table, and the text goes on below it."""
    raw = (
        "北向资金连续五日净流入\n本报记者 李敏\n"
        "　　昨日，北向资金净流入41.28亿元，为连续第五个交易日净流入。\n"
        "股票简称 净买入额 涨跌幅\n泽川银行 12.46 3.18\n澜江化学 9.87 5.02\n"
        "净买入前二名 数据来源：交易所 制图：王岚\n"
        "　　分析师认为，市场估值压力已得到释放，行情尚未结束。\n"
    )
    (article,) = read_page(raw).articles

    assert [len(table) for table in article.tables] == [3]
    assert [text.text for text in article.captions] == ["净买入前二名 数据来源：交易所"]
    assert [text[:3] for text in texts(article)] == ["昨日，", "分析师"]


def test_two_signed_articles_on_one_subject_keep_their_headlines() -> None:
    """A column's name over a signed headline begins an article, whatever words both share."""
    raw = (
        "泽川市城市养犬管理条例出台\n本报记者 李敏\n"
        "《泽川市城市养犬管理条例》昨日经市人大常委会表决通过，将于12月1日起施行。\n"
        "条例明确，养犬应当登记，个人申请养犬登记应当有固定住所，犬只已经接种疫苗。\n"
        "政策问答\n养犬登记怎么办？\n本报记者 王岚\n"
        "《泽川市城市养犬管理条例》将施行，养犬登记如何办理？记者采访了市公安局负责人。\n"
        "问：此前已经登记的犬只需要重新登记吗？\n答：不需要，到期前换证即可。\n"
    )
    report, answers = read_page(raw).articles

    assert str(report.headline) == "泽川市城市养犬管理条例出台"
    assert str(answers.headline) == "养犬登记怎么办？"
    assert [credit.name.text for credit in answers.credits] == ["王岚"]


def test_news_in_brief_is_an_article_of_items() -> None:
    """Its rubric begins it, and each item is a paragraph, though it opens as a report does."""
    raw = (
        "联赛新赛季下月开打\n本报讯 新赛季联赛将于下月揭幕，常规赛增加至46轮，二十支球\n"
        "队分为四组。\n体坛短讯\n"
        "●昨日，羽毛球公开赛落幕，本市选手获得一金一银。赛事历时五\n天，共决出五个冠军。\n"
        "●国际乒联世界杯将于下月在泽川举行，门票昨日开售。\n"
        "●马拉松赛抽签结果昨日公布，中签率为28.6%。\n"
    )
    league, brief = read_page(raw).articles

    assert len(texts(league)) == 1
    assert [text[:3] for text in texts(brief)] == ["●昨日", "●国际", "●马拉"]


def test_a_notice_that_asks_for_essays_says_where_to_send_them() -> None:
    """There the address is a sentence of the notice; at a page's foot it is the page's."""
    raw = (
        "征文启事\n　　为纪念建馆百年，本报即日起举办征文，散文、随笔均可，每篇千字以内。\n"
        "　　来稿请寄本报副刊部，并注明作者姓名、地址。截稿日期为12月10日。\n"
    )
    page = read_page(raw)

    assert len(texts(page.articles[0])) == 2
    assert page.furniture == ()


def test_a_name_under_a_short_title_is_its_writer() -> None:
    """A headline of four characters is not broken where the column holds fifteen."""
    raw = (
        "老屋的雨\n林一舟\n老屋在村子的最东头，门前一棵苦楝，\n屋后一片竹林。雨一来，瓦上先是疏疏\n"
        "的几声，像有人远远地敲着小鼓，接着\n就密了，屋檐下挂起一道水帘。\n"
    )
    (essay,) = read_page(raw).articles

    assert str(essay.headline) == "老屋的雨"
    assert [(credit.name.text, credit.role) for credit in essay.credits] == [("林一舟", "author")]


def test_a_serial_below_a_poem_has_its_own_heading() -> None:
    """The name of its column ends the poem."""
    raw = (
        "春夜\n白水\n风从南边来\n麦子低下了头\n像一群晚归的孩子\n听母亲点名\n船走了\n"
        "水还在原地\n等一个人\n忘了回来的人\n长篇连载\n青溪渡\n第八回 风雪夜归人\n顾念生\n"
        "上回说到，周掌柜收了那封信，一夜不曾合眼。天刚亮，他便披衣起身，推开了院门。\n"
    )
    poem, serial = read_page(raw).articles

    assert texts(poem)[-1] == "忘了回来的人"
    assert serial.headline is not None
    assert "青溪渡" in serial.headline.text


def test_a_line_twice_as_wide_is_no_half_of_a_headline() -> None:
    """Papers break headlines into like halves: it is the deck."""
    raw = (
        "封面报道\n县城超市的突围\n当电商下沉到最后一公里，本土零售商靠什么活下来\n文/本刊记者 李敏\n"
        "早上六点半，惠民超市的后门已经停满了货车，老板站在卸货口核对蔬菜的重量。\n"
    )
    (feature,) = read_page(raw).articles

    assert str(feature.headline) == "县城超市的突围"
    assert [text.text for text in feature.decks] == [
        "当电商下沉到最后一公里，本土零售商靠什么活下来"
    ]


def test_the_number_of_the_issue_at_the_head_is_no_source() -> None:
    """A magazine with its day and number heads the page."""
    raw = (
        "新知周刊 2020年8月10日 第31期\n封面报道\n守夜人\n本刊记者 李敏\n"
        "晚上九点，天文台的圆顶缓缓打开，观测员裹紧大衣，输入第一个坐标。\n"
    )
    page = read_page(raw)

    assert [text.text.text for text in page.furniture] == ["新知周刊 2020年8月10日 第31期"]
    assert page.articles[0].source is None


def test_the_last_character_of_a_caption_stands_beside_the_credit() -> None:
    """The column broke the caption there."""
    raw = (
        "超市里的早晨\n　　惠民超市的熟食区占到营业额的三\n成，毛利率比日用百货高出近一倍。\n"
        "惠民超市里，顾客正在挑选刚出锅的熟\n食。 秦川 摄\n"
    )
    (article,) = read_page(raw).articles

    assert [text.text for text in article.captions] == ["惠民超市里，顾客正在挑选刚出锅的熟食。"]
    assert [credit.name.text for credit in article.credits] == ["秦川"]
