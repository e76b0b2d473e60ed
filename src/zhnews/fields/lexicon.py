"""What does the press know of names? Surnames, and words that are none."""

from __future__ import annotations

import re
from functools import lru_cache

from attrs import frozen

from zhnews.chinese import forms_of
from zhnews.vocab import Vocabulary, alternation

__all__ = ["Lexicon", "lexicon", "sounds_foreign"]

#: Characters of running text that no name has.
NEVER_IN_NAMES = frozenset("的了们他她它这哪吗呢吧么被把您你我着很")

#: Characters that end the name of an outlet (雲林報) or of its desk (國際組) and no person's.
OUTLET_ENDS = frozenset("报社网刊组")

#: Characters that open a pen name or a pet name without a surname.
PET_NAMES = frozenset("晓小阿老")

#: 晓 opens many a pen name and, but for 晓得 and 晓谕, no verb.
PEN_OPENING = re.compile("晓(?![得谕示])")

#: From this place on in the table a surname is rare (水, 鱼).
RARE_SURNAMES = 250

#: What stands between 新华社 and a verb in running text, and is no place.
NOT_PLACES = (
    "记者",
    "社长",
    "总编",
    "编辑",
    "通讯员",
    "评论",
    "今",
    "昨",
    "近",
    "日前",
    "从",
    "在",
    "于",
    "和",
    "与",
    "将",
    "为",
    "已",
    "曾",
    "发",
    "对",
    "向",
    "由",
    "以",
)

#: How somebody is spoken of, and does not sign.
MANNERS = (
    "先生",
    "女士",
    "小姐",
    "同学",
    "老师",
    "教授",
    "主任",
    "师傅",
    "阿姨",
    "某",
    "某某",
    "记者",
    "逝世",
    "辞世",
)

#: What asks, though it begins with a surname: 路灯“罢工” / 何时休.
ASKING = ("何时", "何处", "何去", "何必")

#: Characters that names of other languages are written with.
_SOUNDS = frozenset(
    "阿艾爱奥澳巴拜班邦保贝本比彼毕碧宾波伯勃博布查达代戴丹德邓登迪蒂丁顿多厄恩尔法凡菲费芬弗伏福夫盖甘冈"
    "高戈哥格葛根古瓜圭哈海汉豪赫黑亨胡华怀霍基吉加佳贾杰捷金卡凯坎康考柯科克肯孔库夸昆拉莱赖兰朗劳勒雷蕾"
    "黎里理利莉立丽连列林琳龙隆卢鲁伦罗洛马玛迈麦曼茂梅门蒙孟米密敏明摩莫墨姆木穆纳娜乃奈南内尼妮涅宁纽努"
    "诺欧帕派潘庞培佩彭皮平珀普奇齐恰钱乔切琼丘让热仁日荣茹瑞若萨塞赛桑瑟森莎沙山珊尚绍舍申圣施什史舒斯丝"
    "松苏素索塔泰坦汤唐陶特滕提廷图托瓦万汪旺威维韦卫魏温翁沃乌武西希锡霞夏香肖谢辛欣兴雄休雅亚延扬耶叶伊"
    "依因英永尤于约扎詹赞珍芝知治朱祖卓宗佐买合江措次央顿珠巴才旦其毛堆朋白曲增嘎吐逊甫玉不都力别肯汗东"
)


def sounds_foreign(name: str) -> bool:
    """Whether a name with a dot is written as names of other languages are."""
    sounds = [character in _SOUNDS for character in name if character.isalpha()]
    return 3 * sum(sounds) >= 2 * len(sounds)


@frozen
class Lexicon:
    """What is known of names, of one vocabulary.

    Attributes:
        firsts: What a name may begin with where no role word vouches for it, in both
            scripts: most lines of a page that are no names begin otherwise.
    """

    firsts: frozenset[str]
    rank: dict[str, int]
    compounds: frozenset[str]
    after: tuple[str, ...]
    openers: frozenset[str]
    notes: frozenset[str]
    places: frozenset[str]
    unsurnamed: re.Pattern[str]
    given: re.Pattern[str]
    given_end: re.Pattern[str]

    def has_surname(self, name: str) -> bool:
        """Whether a string of two characters or more begins with a surname."""
        return name[0] in self.rank or name[:2] in self.compounds

    def may_follow_a_job(self, name: str, *, glued: bool) -> bool:
        """Whether 记者 can be followed by this as a name, glued to it or not."""
        if not NEVER_IN_NAMES.isdisjoint(name) or name.startswith(self.after):
            return False
        if name[-1] in OUTLET_ENDS:
            return False
        if self.has_surname(name) or not (glued or name[0] in self.openers):
            return True
        if PEN_OPENING.match(name):
            return True
        return self.unsurnamed.fullmatch(name) is not None

    def is_place(self, run: str) -> bool:
        """Whether a run between an agency and a day may be a place."""
        if run in self.places:
            return True
        return NEVER_IN_NAMES.isdisjoint(run) and not run.startswith(NOT_PLACES)

    def may_begin_name(self, run: str) -> bool:
        """Whether a run of names that no role word vouches for may begin so."""
        return (
            self.has_surname(run) or run[0] in PET_NAMES or self.unsurnamed.match(run) is not None
        )

    def begins_rarely(self, run: str) -> bool:
        """Whether a run begins with a rare surname: 水库放鱼百万尾.

        Nothing says then that it is names printed without a space.
        """
        return run[:2] not in self.compounds and self.rank.get(run[0], 0) >= RARE_SURNAMES

    def stands_alone(self, name: str) -> bool:
        """Whether this is a name even where no role word vouches for it."""
        if name in self.notes or name.startswith(self.after):
            return False
        if not NEVER_IN_NAMES.isdisjoint(name):
            return False
        if name.endswith(MANNERS) or name.startswith(ASKING):
            return False
        if len(name) > 3:
            return name[:2] in self.compounds or self.unsurnamed.fullmatch(name) is not None
        return 2 <= len(name) <= 3 and (self.has_surname(name) or name[0] in PET_NAMES)


@lru_cache(maxsize=8)
def lexicon(vocabulary: Vocabulary) -> Lexicon:
    """The surnames and the words that are none, read once."""
    surnames = vocabulary.table("surnames").words
    formulas = vocabulary.table("formulas")
    given = alternation(vocabulary.table("given_names").words)
    after = formulas.words_where("kind", "after-reporter", "both")
    begins = (*surnames, *vocabulary.table("given_names").words, *PET_NAMES)
    return Lexicon(
        firsts=forms_of(word[0] for word in begins),
        rank={word: place for place, word in enumerate(surnames) if len(word) == 1},
        compounds=frozenset(word for word in surnames if len(word) > 1),
        after=tuple(word for word in after if len(word) > 1),
        openers=frozenset(word for word in after if len(word) == 1),
        notes=frozenset(formulas.words_where("kind", "note", "both")),
        places=frozenset(vocabulary.table("places").words),
        unsurnamed=re.compile(f"{given}{{2,3}}"),
        given=re.compile(f"{given}{{1,2}}"),
        given_end=re.compile(f"{given}{{1,2}}$"),
    )
