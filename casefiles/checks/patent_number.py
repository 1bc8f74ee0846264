"""Patent numbers by their check digit. A wrong one is looked at by a person: misprints are likelier than fraud."""

from __future__ import annotations

import re
from collections.abc import Iterator

from casefiles.caseview import CaseView
from casefiles.findings import finding
from casefiles.model import Finding, Practice
from casefiles.sightings import Sighting, sightings
from casefiles.values.identifiers import compact, patent_number_is_shaped, patent_number_is_valid

BASIS = (Practice("专利号按申请号的校验位核对（小数点后一位）", "C"),)


def check(file: CaseView) -> Iterator[Finding]:
    for seen in sightings(file.of_kind("patent_certificate", "patent_register_extract"), "patent_no"):
        if fault := _fault(_pointed(compact(seen.value))):
            yield _told(seen, fault)


def _pointed(number: str) -> str:
    """Receipts of fees print the number without ZL and without the point before its check digit."""
    return re.sub(r"^((?:ZL)?(?:\d{12}|\d{8}))([\dX])$", r"\1.\2", number)


def _fault(number: str) -> str:
    if not patent_number_is_shaped(number):
        return "不是专利号的写法（ZL加8位或者12位数字，小数点后一位校验位）"
    if "." in number and not patent_number_is_valid(number):
        return "校验位与前面的数字不符"
    return ""


def _told(seen: Sighting, fault: str) -> Finding:
    doubt = "" if seen.is_sure else "该号码由图像识别得出，可能认错。"
    message = f"专利号{seen}{fault}。{doubt}"
    remedy = "请对照专利证书和登记簿副本核对；标注不存在的专利号属于冒充专利，不是假冒他人专利。"
    return finding("invalid.patent_no", "warning", message, remedy, basis=BASIS, evidence=[seen.evidence])
