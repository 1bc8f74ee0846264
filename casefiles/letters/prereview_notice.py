"""材料预审提示: what the pre-review found, to download. It is no legal document and decides nothing."""

from __future__ import annotations

from casefiles.findings import where
from casefiles.letters.paper import Paper
from casefiles.model import Finding, Review
from casefiles.summary import OUTCOMES, SEVERITIES, THRESHOLDS, basis_text

NO_LEGAL_DOCUMENT = "本提示由材料预审自动生成，供准备材料参考，不是法律文书，不影响公安机关依法接受报案、受案和立案。"


def prereview_notice(review: Review, *, number: str = "", applicant: str = "") -> bytes:
    """The .docx of a review; ``number`` and ``applicant`` where the report has them already."""
    paper = Paper("材料预审提示", note="（非法律文书）")
    paper.paragraph(NO_LEGAL_DOCUMENT, bold=True)
    for line in _head(review, number, applicant):
        paper.paragraph(line)
    for severity, heading in SEVERITIES.items():
        found = [finding for finding in review.findings if finding.severity == severity]
        if found:
            paper.section(f"{heading}（{len(found)}项）")
            paper.items(_told(finding) for finding in found)
    paper.section("已读材料")
    paper.table(("序号", "文件", "页码", "材料种类"), _materials(review))
    return paper.to_bytes()


def _head(review: Review, number: str, applicant: str) -> list[str]:
    lines = [f"编号：{number}" if number else "", f"报案人：{applicant}" if applicant else ""]
    lines += [
        f"罪名：{review.offence.name}　　预审日期：{review.as_of.isoformat()}",
        f"预审结果：{OUTCOMES[review.outcome]}　　必需材料：{review.satisfied}/{review.required}",
        f"数额与立案标准：{THRESHOLDS[review.threshold.status]}{'，' + review.threshold.limb if review.threshold.limb else ''}",
    ]
    return [line for line in lines if line]


def _told(finding: Finding) -> str:
    places = "；".join(dict.fromkeys(where(evidence) for evidence in finding.evidence))
    basis = "；".join(basis_text(basis) for basis in finding.basis)
    return f"{finding.message}办法：{finding.remedy}{f'见：{places}。' if places else ''}{f'依据：{basis}。' if basis else ''}"


def _materials(review: Review) -> list[tuple[str, str, str, str]]:
    from casefiles.understanding import kind_names

    return [
        (str(number), one.file, one.part or f"共{len(one.reading.pages)}页", kind_names.get(one.kind, one.kind))
        for number, one in enumerate(review.materials, 1)
    ]
