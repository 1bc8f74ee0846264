"""Who acts for the complainant, as the complaint names them."""

from __future__ import annotations

import re

from casefiles.model import Evidence
from casefiles.stories.passages import Passage

NAME = r"(?P<name>[\u4e00-\u9fff]{1,3}(?:·[\u4e00-\u9fff]{1,6})?[\u4e00-\u9fff])"
KIN = r"(?:我的?|本人的?)?(?:朋友|丈夫|妻子|爱人|配偶|父亲|母亲|儿子|女儿|哥哥|弟弟|姐姐|妹妹|同事|亲属)"
END = r"(?=[，、；。（(\n：]|律师|女士|先生|$)"
NOT_A_NAME = re.compile(
    r"签名|签字|盖章|姓名|身份|电话|联系|住所|地址|无|如有|代为|报案|控告|律师|证据|单位|公司|事务|权限|范围|期限|法定|代表|委托|代理|员工|职员|职工|工作人员|法务|诉讼|非诉"
)
TITLE = "委托诉讼代理人|委托代理人|诉讼代理人|授权代理人|受委托人|受托人|代理律师|代理人|代报案人|授权代表"
POST = r"(?:(?:我|本|该)?(?:公司|单位)?(?:的)?(?:法务|专职|内部|知识产权)*(?:员工|职员|职工|工作人员|法务|经理|律师))?"
LABELLED = re.compile(
    rf"(?:^|\n|，|；|。)(?:[\u4e00-\u9fff]{{1,8}}(?:共同|一并|均|分别|特))?(?:{TITLE})"
    rf"(?:姓名)?(?:（[^）\n]{{0,12}}）)?(?:为|是|：|\s)*\n?{POST}{NAME}{END}"
)
FIRM = r"(?:[\u4e00-\u9fff（）]{2,20}(?:律师事务所|公司)(?:的)?)?"
IN_SENTENCE = re.compile(
    rf"(?:特|现|已|依法)?(?:委托|授权|指派){FIRM}(?:{KIN})?{NAME}(?:律师|女士|先生)?"
    r"(?:代为|代理|代办|代我|作为|为|办理|前往|全权)"
)


def find_agent(complaints: tuple[Passage, ...]) -> tuple[str | None, Evidence | None]:
    """The first person a complaint names as acting for the complainant, with the place; (None, None) where it names none."""
    for pattern in (LABELLED, IN_SENTENCE):
        for passage in complaints:
            for match in pattern.finditer(passage.text):
                if not NOT_A_NAME.search(match["name"]):
                    return match["name"], passage.evidence(match.start("name"), match.end("name"))
    return None, None
