"""A mail that only brings other papers: it says nothing of the matter itself, its attachments do."""

from __future__ import annotations

import re
from collections.abc import Sequence

from casefiles.kinds.engine.layout import Row, Sheet

_LONGEST = 300  # signs; who writes more tells something
_HEAD = re.compile(r"(主题|发件人|收件人|抄送|日期|发送时间|附件|from|to|cc|date|sent|subject|attachments?):(.*)", re.I)
_ATTACHED = re.compile(r"附件|attachments?", re.I)
_CLOSING = re.compile(r"^(?:--+|发自我的.*|来自.{1,12}邮箱.*|本邮件[及所包含中].*|sentfrom.*|this(?:e-?mail|message).*)$", re.I)
_QUOTED = re.compile(r"^(?:-*原始邮件-*|-+forwardedmessage-+|.{0,60}写道:|发件人:.*|from:.*)$", re.I)
_SENDS = re.compile(
    r"附件(?:是|为|系|中|里|均|请)|(?:见|详见|如|作为|添加)附件|(?:随|另)(?:信|函|邮件|件)?附|附上|附后|打包(?:发|送)|压缩包"
    r"|(?:发送|发给|发至|寄送|报送|提交|转[发交]|补充|补交)[^。;\n]{0,40}(?:材料|证据|文件|资料|截图)"
    r"|请(?:[您予贵]{0,2}|各位|领导)(?:查收|审阅|查阅|收阅|接收|核收)|attached|enclosed|attachment",
    re.I,
)
_PAPERS = re.compile(
    r"(?:报案|控告|举报|投诉|立案|案件|案卷|取证|侵权|维权|权利|权属|补充|补正|主体资格)[^。,;\n]{0,8}(?:材料|资料|文件|证据|证明|线索|书)"
    r"|证据|截图|[本该一]案|营业执照|身份证|委托书|律师函?证|注册证|登记证|专利证书|公证书|鉴[别定](?:报告|意见|书)|控告[书状]|报案[书信]"
    r"|complaint|evidence|certificate|powerofattorney",
    re.I,
)
_OF_A_REPORT = re.compile(
    r"控告|报案|举报[书信材]|授权委托书|法定代表人|注册证|登记证书|专利证书|证据(?:清单|目录|材料)|公证书"
)  # names of files that tell it even below other words
_REPORTS = re.compile(r"现(?:特)?(?:报案|举报|控告)|(?:立案|依法)(?:侦查|查处|处理)|追究[^。\n]{0,12}责任")
_COMPLAINT = re.compile(r"(?:控告|报案|举报)(?:书|状|信|函|材料)")
_COUNTERPART = re.compile(r"贵(?:公?司|店|厂|方)|[你您](?:方|司|店|们)|停止侵权|yourcompany", re.I)
_INSTRUCTED = re.compile(r"代(?:为|我司|我公司|理)|委托")  # the counterpart of such a letter is the sender's own agent


def only_sends(sheet: Sheet) -> bool:
    """Whether ``sheet`` is a mail that hands papers of a report on and tells nothing more.

    A letter to the counterpart, a mail with another quoted below it, and a report told in the mail itself, without a
    complaint among its papers, are not.
    """
    head, body = _head_and_body(sheet.rows)
    if len(head) < 2 or any(_QUOTED.match(row.bare) for row in body):
        return False
    said = "\n".join(row.bare for row in body)
    subject = " ".join(value for label, value in head if label.lower() in ("主题", "subject"))
    names = [value for label, value in head if _ATTACHED.fullmatch(label)]
    if len(said) > _LONGEST or (_COUNTERPART.search(said) and not _INSTRUCTED.search(said)):
        return False
    if _REPORTS.search(said) and not _COMPLAINT.search("\n".join([subject, said, *names])):
        return False
    if not (_SENDS.search(said) or (names and not said)):
        return False
    return bool(_PAPERS.search(f"{subject}\n{said}") or any(map((_OF_A_REPORT if said else _PAPERS).search, names)))


def _head_and_body(rows: Sequence[Row]) -> tuple[list[tuple[str, str]], list[Row]]:
    """The fields at the top with what they say, and the rows of the letter, without what mailers put below it."""
    head: list[tuple[str, str]] = []
    for row in rows:
        if (found := _HEAD.fullmatch(row.bare)) is None:
            break
        head.append((found[1], found[2]))
    body = list(rows[len(head) :])
    end = next((place for place, row in enumerate(body) if _CLOSING.match(row.bare)), len(body))
    return head, body[:end]
