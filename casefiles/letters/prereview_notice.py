"""材料预审提示: what the pre-review found, told once and in full. It is no legal document and decides nothing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from casefiles.arrangement import written
from casefiles.findings import where
from casefiles.forms import forms_for
from casefiles.letters.paper import Paper
from casefiles.letters.proof_tables import proof_tables
from casefiles.model import Finding, Practice, Review
from casefiles.summary import OUTCOMES, SEVERITIES, THRESHOLDS, basis_text
from casefiles.telling.deferrals import deferral_of
from casefiles.telling.guidance import by_weight, guidance_of

NO_LEGAL_DOCUMENT = "本提示由材料预审自动生成，供准备材料参考，不是法律文书，不影响公安机关依法接受报案、受案和立案。"
ONCE = "下列事项一次性告知，按轻重排列；每项写明怎样补、向谁要、合格的样子，有空白样式的写明样式名称。"

WHAT_THE_LETTERS_MEAN = "依据后的字母：V2 两个来源，V1 一个来源，C 计算得出，G 一般知识，D 本平台的做法；没有字母的是条文。"


def prereview_notice(review: Review, *, number: str = "", applicant: str = "") -> Paper:
    """The paper of a review; ``number`` and ``applicant`` where the report has them already."""
    paper = Paper("材料预审提示", note="（非法律文书）", mark="非法律文书 · 仅供准备材料参考")
    paper.paragraph(NO_LEGAL_DOCUMENT, bold=True)
    for line in _head(review, number, applicant):
        paper.paragraph(line)
    if review.findings:
        paper.paragraph(ONCE)
    for severity, heading in SEVERITIES.items():
        found = [finding for finding in by_weight(review.findings) if finding.severity == severity]
        if found:
            paper.section(f"{heading}（{len(found)}项）")
        for place, finding in enumerate(found, 1):
            paper.item(place, finding.message, _told(finding))
    if review.threshold.arithmetic:
        paper.section("立案标准是怎样比较的")
        paper.items(review.threshold.arithmetic)
    proof_tables(paper, review)
    paper.section("已读材料")
    paper.table(("序号", "文件", "页码", "材料种类"), _materials(review), widths=(1, 6, 2, 4))
    if any(isinstance(basis, Practice) for finding in review.findings for basis in finding.basis):
        paper.paragraph(WHAT_THE_LETTERS_MEAN, size=9)
    return paper


def _head(review: Review, number: str, applicant: str) -> list[str]:
    lines = [f"编号：{number}" if number else "", f"报案人：{applicant}" if applicant else ""]
    lines += [
        f"罪名：{review.offence.name}　　预审日期：{review.as_of.isoformat()}",
        f"预审结果：{OUTCOMES[review.outcome]}　　必需材料：{review.satisfied}/{review.required}",
        f"数额与立案标准：{THRESHOLDS[review.threshold.status]}{'，' + review.threshold.limb if review.threshold.limb else ''}",
    ]
    return [line for line in lines if line]


def _told(finding: Finding) -> Iterable[str]:
    """Everything about one finding, a line each: how to mend it, from whom, what it looks like, where it stands, why."""
    if finding.severity == "info":
        return _lines(finding, {})
    guidance, deferral = guidance_of(finding.code), deferral_of(finding.code)
    helps = {
        "向谁要": guidance.source,
        "样子": guidance.example,
        "空白样式": "、".join(f"《{form.title}》" for form in forms_for(finding.code)),
        "可以承诺补正": f"最长{deferral.days}日，只关系预审结果" if deferral else "",
    }
    return _lines(finding, helps)


def _lines(finding: Finding, helps: dict[str, str]) -> list[str]:
    told = {
        "办法": finding.remedy,
        **helps,
        "请说明": _counted(finding.questions),
        "见": "；".join(dict.fromkeys(where(evidence) for evidence in finding.evidence)),
        "依据": "；".join(basis_text(basis) for basis in finding.basis),
    }
    return [f"{label}：{text}" for label, text in told.items() if text]


def _counted(questions: Sequence[str]) -> str:
    """Questions in one line; several are numbered, for each ends with its own sign."""
    return "".join(f"（{number}）{one}" for number, one in enumerate(questions, 1)) if len(questions) > 1 else "".join(questions)


def _materials(review: Review) -> list[tuple[str, str, str, str]]:
    from casefiles.understanding import kind_names

    return [
        (
            str(number),
            one.file,
            f"第{written(one.part)}页" if one.part else f"共{len(one.reading.pages)}页",
            kind_names.get(one.kind, one.kind),
        )
        for number, one in enumerate(review.materials, 1)
    ]
