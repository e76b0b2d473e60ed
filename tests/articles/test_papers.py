"""Passages as papers of several kinds print them: dispatches, jumps, announcements."""

from __future__ import annotations

from zhnews.page import Article, read_page

DISPATCH = """春天的约定
——沿江万里访早茶
　　新华社云渡3月5日电　题：春天的约定
——沿江万里访早茶
　　新华社记者　王晓、李明
　　惊蛰刚过，云渡的茶山上已是人声鼎沸。茶农周桂香天不亮就上了山，竹篓很快就装满了新芽。
　　“今年的茶比去年早了五天。”她说。
"""

DIGEST = """参考消息　2012年11月5日　星期一　7
美国大选进入最后冲刺
　　【美联社华盛顿11月3日电】题：两位候选人在摇摆州展开最后角逐（记者 本·费勒）
　　总统与对手3日分头奔走于几个摇摆州，争取为数不多的中间选民。
俄媒文章称
北极航道将改变世界贸易
　　【俄罗斯《独立报》11月2日文章】题：北方的路（作者 伊万·彼得罗夫）
　　北极海冰的消融使北方海航道的通航期延长到五个月。今年已有四十六艘货轮走完全程。
"""

CONTINUED = """“菜篮子”价格平稳
　　本报讯（记者 张骏）本周本市蔬菜批发均价每公斤二元八角，环比下降百分之三。市商务委表示，春节前供应充足。
（上接第1版）会议强调，要把保障和改善民生放在更加突出的位置，着力解决群众反映强烈的突出问题。
　　会议还研究了修订代表议事规则的草案，决定提请大会审议。
"""

CELEBRATION = """巴西庆祝日本移民百年
　　巴西18日举行活动，庆祝日本移民到达巴西一百周年。目前巴西有日裔一百五十万人，
多数居住在圣保罗州。
　　　　　　　　　　　　（据新华社电）
首条智轨快线开通
　　首条智轨快线5日在泽川开通运营，全长二十一公里，设站十六座。（据新华社电）
"""

PAYOUT = """证券代码：002993　证券简称：江岭股份　公告编号：2015-031
江岭食品股份有限公司2014年度权益分派实施公告
　　本公司2014年度权益分派方案已获股东大会审议通过，现将权益分派事宜公告如下：
一、以公司现有总股本20000万股为基数，向全体股东每10股派1.5元人民币现金。
　　特此公告。
江岭食品股份有限公司
董　事　会
二〇一五年六月十七日
"""

PICTURES = """太原至晋中城际公交开通
　　本报5月8日讯（记者 范丽红）5月8日早上六时，随着第一班车驶出建设路客运站，太原至晋中城际公交
正式开通，票价三元。
图片新闻
盐湖桃农疏果忙
　　5月7日，运城市盐湖区大渠街道果农在给桃树疏果。今年当地桃园坐果率高，丰收在望。
本报记者 薛俊 摄
我省出台促进旅游业改革发展实施意见
　　本报5月8日讯（记者 郝文清）记者今日从省旅游局获悉，我省出台《关于促进旅游业改革发展的实施意见》，
提出到2020年旅游总收入突破七千亿元。
"""

POEMS = """秋日（外一首）
□ 柳 笛
稻子低下了头
风从田埂上走过
把金黄
一捆一捆地
背回了家

山中
樵夫的斧声
惊飞一群鸟
落叶替它们
落了下来
灯下漫笔
书要读薄
□ 石 鼓
　　华罗庚说过，读书要由薄到厚，再由厚到薄。由薄到厚容易，由厚到薄难。
"""

FRONT = """2023年4月18日　星期二　　泽川日报　　第27105期　今日20版

导读
长江禁渔三年见成效
▷第六版
“小修小补”温暖社区
▷第十二版

对话护林员周玉林——
沙子听话了，水也清了
本报记者　陆知远
　　春风拂过黄河岸边，泽川的麦草方格向沙漠深处延伸。护林员周玉林蹲下身，用铁锹把稻草压进沙里。
　　他在这里干了二十三年。当年沙丘离铁路只有几十米，如今已退到十公里之外。
"""

RESULTS = """林丹卫冕男单冠军
　　北京时间8月5日晚，伦敦奥运会羽毛球男单决赛进行，林丹逆转李宗伟，成功卫冕。
　　“我等这一刻等了四年。”林丹赛后说。
奖牌榜（截至北京时间8月6日6时）
名次 代表团 金牌 银牌 铜牌 总数
1 中国 30 17 14 61
2 美国 28 14 18 60
3 英国 16 11 10 37
昨日成绩
举重男子105公斤以上级：1.萨利米（伊朗）455公斤 2.安努西拉瓦尼（伊朗）449公斤
中超第20轮：广州恒大2∶1北京国安 山东鲁能1∶1辽宁宏运
女排今晚打响四分之一决赛
　　（记者 李明）中国女排今晚将对阵日本队，争夺四强席位。主教练表示，全队已做好准备。
"""

ANSWER = """回音壁
“断头路”已经打通
　　贵报6月12日刊登《断头路断了十年》的来信后，我局立即组织施工，8月5日道路已全线通车。感谢读者监督。
兴城市交通局
更正
　　本报8月7日第十四版《一封感谢信》一文中，“刘长河”应为“刘常河”，特此更正。
"""

HINTS = """冬天泡脚有讲究
　　冬天泡脚，水温以四十摄氏度为宜，时间不超
过半小时。糖尿病患者要格外小心，以免烫伤。
　　饭后半小时内不宜泡脚，会影响消化。
生活小窍门
　　萝卜切丝后用盐腌十分钟，可去辣味。
　　白衬衫领口发黄，先用洗洁精搓一搓，再用温
水洗。
"""


REPUBLIC = """大公報
第一萬一千九百號　民國廿五年七月十三日　星期一
要聞
蔣院長抵牯嶺
【牯嶺十二日下午九時發專電】蔣院長今
午偕夫人抵牯、下午接見來賓數人、旋即休息、
【南京十二日中央社電】行政院秘書長翁
文灝、定十四日飛潯轉牯、出席廬山談話會、
黃河水勢續漲
【開封十二日電】黃河陝州水位今晨較昨
漲一公尺、河務局已電令沿河各段嚴加防守、
"""

WIRES = """泰国：三车相撞5死
（曼谷8日综合电）泰国南部董里府昨日清晨发生三
车连环相撞事故，造成5人死亡、11人受伤。
（美联社／法新社）
印尼：渡轮翻覆
（雅加达8日综合电）印尼一艘渡轮昨日在爪哇海翻
覆，八十人获救，另有六人失踪。　　　　法新社
"""

PROVIDED = """詐團假冒檢察官 老婦警覺
〔記者林嘉東／基隆報導〕基隆市七十四歲周姓老婦，前天接獲自
稱「林檢察官」的男子來電，要求提領一百二十萬元，老婦心生警覺。
周姓老婦（左）接受警方表揚。（警方提供）
港青赴粵實習 冀拓視野
香港文匯報訊（記者 文森）由青年聯會主辦的實習計劃昨日舉行啟
動禮，逾二百名大專生將於七月赴廣州實習六星期。
■主禮嘉賓與學生代表合照。 香港文匯報記者莫雪芝 攝
■黃詠欣 香港文匯報記者莫雪芝 攝
"""


def texts(article: Article) -> list[str]:
    """The paragraphs of an article."""
    return [text.text for text in article.paragraphs]


def names(article: Article) -> list[str]:
    """Whom an article names as its makers."""
    return [credit.name.text for credit in article.credits]


def test_a_dispatch_states_its_subject_behind_the_dateline() -> None:
    """The subject repeats the headline, and the names below it sign all of the dispatch."""
    (article,) = read_page(DISPATCH).articles

    assert texts(article)[0] == "题：春天的约定——沿江万里访早茶"
    assert len(texts(article)) == 3
    assert names(article) == ["王晓", "李明"]


def test_a_digest_of_the_foreign_press_names_paper_day_and_writer() -> None:
    """A piece of a newspaper opens like a telegram, with 文章 for 电."""
    elections, route = read_page(DIGEST).articles

    assert elections.dateline is not None
    assert elections.dateline.text.text == "美联社华盛顿11月3日电"
    assert (names(elections), len(texts(elections))) == (["本·费勒"], 2)
    assert route.dateline is not None
    assert route.dateline.text.text == "俄罗斯《独立报》11月2日文章"
    assert (names(route), len(texts(route))) == (["伊万·彼得罗夫"], 2)


def test_what_goes_on_from_another_page_begins_below_the_jump_line() -> None:
    """It has no headline here, and its first words go on with what nobody sees."""
    vegetables, meeting = read_page(CONTINUED).articles

    assert len(texts(vegetables)) == 1
    assert meeting.headline is None
    assert texts(meeting)[0].startswith("会议强调")


def test_the_agency_in_brackets_below_a_text_is_its_source() -> None:
    """On a line of its own or behind the last sentence."""
    migrants, railway = read_page(CELEBRATION).articles

    assert [article.source and article.source.text for article in (migrants, railway)] == [
        "新华社",
        "新华社",
    ]
    assert texts(railway) == ["首条智轨快线5日在泽川开通运营，全长二十一公里，设站十六座。"]


def test_a_board_gives_notice_below_the_name_of_its_company() -> None:
    """The board is nobody's name, and the list begins below the colon."""
    (article,) = read_page(PAYOUT).articles

    assert article.credits == ()
    assert texts(article)[1].startswith("一、")
    assert (
        "".join(texts(article)[2:])
        == "特此公告。江岭食品股份有限公司董　事　会二〇一五年六月十七日"
    )


def test_a_picture_under_its_rubric_is_news_by_itself() -> None:
    """图片新闻 says that a caption is all there is; the articles around it are others."""
    bus, tourism, picture = read_page(PICTURES).articles

    assert (bus.captions, tourism.captions) == ((), ())
    assert picture.headline is not None
    assert picture.headline.text == "盐湖桃农疏果忙"
    assert [len(picture.paragraphs), len(picture.captions)] == [0, 1]
    assert names(picture) == ["薛俊"]


def test_the_title_of_one_more_poem_is_no_poet() -> None:
    """山 is a surname, but a poet's name stands close to the headline."""
    poems, essay = read_page(POEMS).articles

    assert names(poems) == ["柳笛"]
    assert texts(poems)[-1] == "落了下来"
    assert essay.headline is not None
    assert essay.headline.text == "书要读薄"


def test_a_front_page_lists_titles_over_their_pages() -> None:
    """The page stands on a line of its own below each title."""
    page = read_page(FRONT)

    assert [title.text.text for title in page.contents] == [
        "长江禁渔三年见成效",
        "“小修小补”温暖社区",
    ]
    assert len(page.articles) == 1


def test_a_line_that_ends_with_a_dash_leads_to_the_headline() -> None:
    """It stands over the headline (引题), which says what matters."""
    (article,) = read_page(FRONT).articles

    assert article.kicker is not None
    assert article.kicker.text == "对话护林员周玉林——"
    assert article.headline is not None
    assert article.headline.text == "沙子听话了，水也清了"


def test_results_are_text_and_the_title_of_a_table_is_its_own() -> None:
    """Scores stand behind what was played; the table's title stands below a full stop."""
    badminton, results, volleyball = read_page(RESULTS).articles

    assert texts(badminton)[-1] == "“我等这一刻等了四年。”林丹赛后说。"
    assert results.headline is not None
    assert results.headline.text == "昨日成绩"
    assert len(texts(results)) == 2
    assert names(volleyball) == ["李明"]


def test_an_office_that_answers_a_reader_signs_below() -> None:
    """我局 tells who speaks; the next headline is below the name."""
    answer, correction = read_page(ANSWER).articles

    assert texts(answer)[-1] == "兴城市交通局"
    assert correction.headline is not None
    assert correction.headline.text == "更正"


def test_an_indent_opens_a_paragraph_below_one_of_one_line() -> None:
    """The line above is indented too, and it is as good as full."""
    printed = [text for article in read_page(HINTS).articles for text in texts(article)]

    assert printed[-2:] == [
        "萝卜切丝后用盐腌十分钟，可去辣味。",
        "白衬衫领口发黄，先用洗洁精搓一搓，再用温水洗。",
    ]


def test_each_telegram_of_an_old_paper_begins_anew() -> None:
    """Where 、 is the only stop, the line above 【…電】 ends with one as its lines do."""
    page = read_page(REPUBLIC)

    opened = [article.dateline.text.text for article in page.articles if article.dateline]

    assert opened == ["牯嶺十二日下午九時發專電", "南京十二日中央社電", "開封十二日電"]
    assert page.issue_date == "1936-07-13"


def test_the_agencies_under_a_piece_are_its_source() -> None:
    """In brackets below it, or set apart from its last word, they say who sent it."""
    page = read_page(WIRES)

    sources = [article.source.text for article in page.articles if article.source]

    assert sources == ["美联社／法新社", "法新社"]


def test_a_picture_says_who_gave_it() -> None:
    """（警方提供） stands under a picture, and ■ before a name alone opens its caption."""
    first, second = read_page(PROVIDED).articles

    assert [caption.text for caption in first.captions] == ["周姓老婦（左）接受警方表揚。"]
    assert len(second.captions) == 2


def test_a_report_may_be_filed_in_a_bracket_behind_its_last_word() -> None:
    """National papers sign the reports of their own correspondents so."""
    page = read_page(
        "小镇的“一欧元房”\n"
        "　　从罗马驱车向南四个多小时，就到了小镇。石板路两旁挂着“出售”的牌子。\n"
        "　　夫妇俩算了一笔账，房子只要一欧元，税费却超过六千欧元。（本报罗马2月17日电）\n"
    )

    (article,) = page.articles
    assert article.dateline is not None
    assert article.dateline.text.text == "本报罗马2月17日电"
    assert article.paragraphs[-1].text.endswith("六千欧元。")


def test_the_note_at_the_foot_names_the_author_of_the_byline() -> None:
    """A piece of theory has one author, and the note says where he teaches."""
    page = read_page(
        "数字乡村建设的路径\n"
        "宋志平\n"
        "　　数字乡村是乡村振兴的战略方向，也是建设数字中国的重要内容。\n"
        "　　推进数字乡村建设，需要在激活数据要素上持续发力。\n"
        "（作者：宋志平，系泽川大学马克思主义学院教授、博士生导师）\n"
    )

    (credit,) = page.articles[0].credits
    assert (credit.name.text, credit.role) == ("宋志平", "author")
    assert credit.organization is not None


def test_who_sent_the_news_in_works_in_a_town_or_a_plant() -> None:
    """（炼铁厂 孙卫东）, （城关镇 马静）: papers of works and counties name the author's place."""
    page = read_page(
        "二号高炉停炉检修\n"
        "本报讯　8月15日10时，炼铁厂2号高炉按计\n"
        "划停炉。检修前，该厂组织各车间召开交底会，\n"
        "每个项目落实到人、时间精确到小时。（炼铁厂\n"
        "孙卫东）\n"
        "志愿红映照夕阳红\n"
        "本报讯　社区组建了志愿服务队，队员与独居老\n"
        "人结对，每周上门不少于两次。（城关镇 马静）\n"
    )

    assert [
        (credit.name.text, credit.organization and credit.organization.text)
        for article in page.articles
        for credit in article.credits
    ] == [("孙卫东", "炼铁厂"), ("马静", "城关镇")]


def test_a_lead_in_says_who_spoke_and_the_deck_who_was_there() -> None:
    """The head of a party paper: who spoke where, what was said in two lines, who was there."""
    page = read_page(
        "李敏在主持召开全市耕地保护工作座谈会时强调\n"
        "以更高标准抓好耕地保护\n"
        "扎实推进乡村全面振兴\n"
        "王芳出席\n"
        "本报讯　4月16日，市委书记李敏主持召开座谈会。她强调，要牢牢守住耕地红线。\n"
        "会议指出，耕地保护是“国之大者”，要坚决扛起政治责任，层层压实责任。\n"
    )

    (article,) = page.articles
    assert article.kicker is not None
    assert article.kicker.text == "李敏在主持召开全市耕地保护工作座谈会时强调"
    assert article.headline is not None
    assert article.headline.text == "以更高标准抓好耕地保护扎实推进乡村全面振兴"
    assert [line.text for line in article.decks] == ["王芳出席"]


ROUNDUP = """谈判谁更着急
本报特约评论员 沈丹
　　真正的考验才刚刚开始，双方要谈成一份协议，时间只有十一个月。
　　谈判桌上，拖得起的一方往往笑到最后。
国际短讯
　　埃及：考古学家在尼罗河三角洲发现八十三座古墓。
　　泰国：政府宣布对部分国家游客延长免签证费措施。
"""


def test_a_roundup_is_no_heading_inside_the_text_above() -> None:
    """国际短讯 names a column of short news: what stands below it is of the world, not of talks."""
    page = read_page(ROUNDUP)

    assert [article.headline and article.headline.text for article in page.articles] == [
        "谈判谁更着急",
        "国际短讯",
    ]


def test_a_small_notice_is_no_heading_inside_the_text_above() -> None:
    """寻人启事 stands alone, whatever words it shares with the news above."""
    page = read_page(
        "三环线夜间施工\n"
        "　　本报讯（通讯员 李敏）7月16日起每晚，三环线将进行路面维修，届时半幅封闭。\n"
        "寻人启事\n"
        "　　李桂芝，女，76岁，身高1.55米。7月12日走失，有知情者请与其子联系，必有重谢。\n"
    )

    assert [article.headline and article.headline.text for article in page.articles] == [
        "三环线夜间施工",
        "寻人启事",
    ]


def test_no_article_begins_between_a_byline_and_its_authors_note() -> None:
    """The note names nobody: it says of the name under the headline where its bearer works."""
    page = read_page(
        "调查研究要“身入”更要“心入”\n"
        "□ 贺明\n"
        "　　调查研究是谋事之基。现实中，有的干部下基层，车子一到就开会，会一开完就上车。\n"
        "　　“身入”容易，“心入”难。老一辈在寻乌调查时，同商人、手工业者促膝而谈。\n"
        "　　今天，我们有了更快捷的交通、更丰富的数据，但任何技术都不能代替面对面的交流。\n"
        "（作者单位：中共沧浦市委党校）\n"
    )

    (article,) = page.articles
    assert len(article.paragraphs) == 3


def test_a_signature_ends_its_paragraph_on_a_full_line() -> None:
    """Where the name fills the column the next line may look like more of the text."""
    page = read_page(
        "路灯“失明”半个月\n"
        "市民于先生：我住在河西区福安\n"
        "里，小区门口的路灯坏了半个月，\n"
        "晚上黑灯瞎火的，走路心里发慌。\n"
        "工作人员表示，系施工挖断电缆，\n"
        "预计恢复照明。本报记者 佟丽\n"
        "读者来信\n"
        "编辑同志：\n"
        "前几天我乘坐公交车时不慎将钱\n"
        "包丢失，驾驶员付师傅捡到了它。\n"
        "我想拿出五百元钱来表示感谢，\n"
        "付师傅说什么也不要。\n"
        "读者 常玉兰\n"
    )

    assert [[credit.name.text for credit in article.credits] for article in page.articles] == [
        ["佟丽"],
        ["常玉兰"],
    ]


def test_a_county_papers_name_stands_over_its_publisher() -> None:
    """今日南屏 is no headline: the line below says who publishes it."""
    page = read_page(
        "今日南屏\n"
        "中共南屏县委宣传部主管 南屏县融媒体中心主办\n"
        "2023年6月9日 星期五 总第2146期 本期四版\n"
        "我县召开防汛抗旱工作专题会议\n"
        "　　本报讯（记者 石磊）6月7日，我县召开防汛抗旱工作专题会议，安排下阶段重点工作。\n"
    )

    assert page.publication is not None
    assert page.publication.text == "今日南屏"
    assert [article.headline and article.headline.text for article in page.articles] == [
        "我县召开防汛抗旱工作专题会议"
    ]
