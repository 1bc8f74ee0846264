"""接受证据材料清单, as a draft for officer and reporter to check and sign (公安机关办理刑事案件程序规定第一百七十条).

The official form, its number and its seal are the police's own: the draft has a blank where they stand.
"""

from __future__ import annotations

from collections.abc import Iterable

from casefiles.forms.known import BLANK, BLANK_DATE
from casefiles.letters.catalogue import Entry
from casefiles.letters.paper import Paper

BASIS = "公安机关办理刑事案件程序规定第一百七十条"
DRAFT = "草稿：内容取自线上材料，须由民警与提交人对照原件逐项核对；文号和印章由公安机关另行填写、加盖。"


def evidence_receipt(entries: Iterable[Entry], *, case_number: str, reporter: str, desk: str) -> Paper:
    """The draft. ``case_number`` is the desk's own number and says so; no official number is made up."""
    paper = Paper("接受证据材料清单（草稿）", note=f"文号：{BLANK}", mark="草稿")
    paper.paragraph(DRAFT, bold=True, size=10.5)
    paper.paragraph(f"平台编号：{case_number}（不是公安机关文号）　　依据：{BASIS}", align="left", size=10.5)
    paper.paragraph(f"提交人：{reporter}　　证件号码：{BLANK}　　联系方式：{BLANK}", align="left", size=10.5)
    rows = [(str(place), one.kind, one.file, str(one.pages or ""), "", "", one.remark) for place, one in enumerate(entries, 1)]
    heads = ("编号", "名称", "文件", "页数", "份数", "特征（原件、复印件）", "备注")
    paper.table(heads, rows, widths=(2, 6, 7, 2, 2, 5, 5))
    paper.paragraph(f"提交人（签名）：{BLANK}　　{BLANK_DATE}", align="left")
    paper.paragraph(f"办案民警（签名）：{BLANK}　　{BLANK}", align="left")
    paper.paragraph(f"办案单位：{desk}（印章由公安机关加盖）　　{BLANK_DATE}", align="left")
    return paper
