"""Small pages for tests: paragraphs set in a column, as an extractor gives them."""

from __future__ import annotations

from zhnews.page import Article, Page, read_page

__all__ = [
    "BYLINES",
    "LIBRARY",
    "ON_LIBRARY",
    "ON_STORM",
    "ON_WHEAT",
    "STORM",
    "WHEAT",
    "column",
    "headlines",
    "kinds",
    "read",
]

#: Three articles that share no rare word.
WHEAT = (
    "新华社北京3月5日电（记者 李敏）全国小麦播种面积达到3.3亿亩，比上年增加二百万亩。"
    "农业农村部有关负责人介绍，小麦苗情长势良好，一二类苗比例达到九成，冬小麦陆续返青。",
    "小麦返青以来，各地加强田间管理，浇水施肥，防治病虫。专家提醒，四月还会有倒春寒，"
    "麦田要提前灌水，减轻冻害。农资供应充足，价格平稳。",
)
STORM = (
    "本报讯（记者 王芳）台风“银河”今晨在泽川县沿海登陆，中心附近最大风力十二级。"
    "渔船全部回港避风，沿海居民转移四千人，学校停课一天。",
    "台风带来暴雨，三座水库提前泄洪。气象台预计，台风明天减弱为热带风暴，"
    "风雨转小。电力部门组织抢修，停电的村庄已恢复供电。",
)
LIBRARY = (
    "本报临沣3月5日电（记者 赵强）临沣市图书馆新馆昨日开馆，首日接待读者三千人。"
    "新馆藏书二十万册，设盲文阅览室和儿童阅览室，读者凭身份证即可借书。",
    "馆长介绍，图书馆周一闭馆，其余每天开到晚上九点。志愿者在馆内引导读者，"
    "自助借还机支持手机操作。",
)

#: Their headlines, and who wrote them.
ON_WHEAT, ON_STORM, ON_LIBRARY = (
    "全国小麦播种面积增加二百万亩",
    "台风“银河”登陆泽川",
    "临沣市图书馆新馆开馆",
)
BYLINES = ("本报记者 李敏", "本报记者 王芳", "本报记者 赵强")


def column(*paragraphs: str, width: int = 20) -> str:
    """Paragraphs in lines of so many characters, the first one indented by two."""
    lines: list[str] = []
    for text in paragraphs:
        rest = "　　" + text
        while rest:
            lines.append(rest[:width])
            rest = rest[width:]
    return "\n".join(lines) + "\n"


def read(*parts: str) -> Page:
    """A page made of such parts, one after the other."""
    return read_page("".join(part if part.endswith("\n") else part + "\n" for part in parts))


def headlines(page: Page) -> list[str | None]:
    """The headline of each article; None where it has none."""
    shown = [article.headline for article in page.articles]
    return [None if headline is None else headline.text for headline in shown]


def kinds(article: Article) -> list[str]:
    """What the passages of an article are, in order."""
    return [block.kind.value for block in article.blocks]
