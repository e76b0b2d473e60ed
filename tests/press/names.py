"""Who works there? Invented people, papers and posts, in both scripts."""

from __future__ import annotations

from pathlib import Path


def _people(file: str) -> tuple[str, ...]:
    return tuple(Path(__file__).with_name(file).read_text("utf-8").split())


#: Reporters, correspondents, photographers, editors: common, compound and rare
#: surnames, two to four characters, names with a middle dot.
PEOPLE = _people("people_hans.txt")

PEOPLE_HANT = _people("people_hant.txt")

#: Papers with the short name that they give themselves in a dateline.
PAPERS = (
    ("临沣日报", "本报"),
    ("沣江晚报", "晚报"),
    ("岚港商报", "商报"),
    ("云麓时报", "本报"),
    ("澜川都市报", "本报"),
    ("淮岭早报", "早报"),
    ("望溪周刊", "本刊"),
    ("经贸新报", "本报"),
    ("渠阳农民报", "本报"),
    ("青禾教育导报", "本报"),
)
PAPERS_HK = (("海角日報", "本報"), ("維城時報", "本報"), ("南灣商報", "本報"))
PAPERS_TW = (("蓬萊日報", "本報"), ("島南新報", "本報"), ("中原時報", "本報"))

#: Outlets that digests take their pieces from.
OUTLETS = (
    "临沣日报",
    "岚港商报",
    "经贸新报",
    "云麓时报",
    "中国航务周刊",
    "数智观察网",
    "云麓发布",
    "县域经济研究",
    "财税参考报",
    "证券晨报·产经在线",
    "新华社",
    "人民日报",
    "科技日报",
    "中国新闻网",
)
DIGESTS = ("产业动态参阅", "港航信息", "决策内参摘编", "数字经济周报", "县域观察", "财经要情")

SECTIONS = [
    "要闻",
    "时政",
    "综合",
    "综合新闻",
    "经济",
    "财经",
    "民生",
    "社会",
    "法治",
    "教育",
    "文化",
    "体育",
    "国际",
    "天下",
    "副刊",
    "专版",
    "评论",
    "理论",
    "科技",
    "生态",
    "健康",
    "调查",
    "深度",
    "县区新闻",
    "广告",
]
SECTIONS_HANT = [
    "要聞",
    "港聞",
    "社會",
    "財經",
    "地方",
    "生活",
    "體育",
    "副刊",
    "國際",
    "綜合",
    "論壇",
]

UNIVERSITIES = ("临沣大学", "云麓财经学院", "澜川师范大学", "岚港海洋大学", "淮岭理工学院")
TITLES = ("教授", "副教授", "讲师", "研究员", "博士生")
UNITS = ("望溪县委党校", "岚港市社会科学院", "云麓市发展研究中心", "临沣市图书馆")
