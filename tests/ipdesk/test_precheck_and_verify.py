"""The two commands that need no desk: pre-review of a folder, and proof of files by their receipt."""

import json
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from casefiles.folder import digest
from casefiles.receipts import ReceivedFile, make_receipt
from tests import documents

ROOT = Path(__file__).parent.parent.parent
HOLDER = "蜀光电子有限公司"


def run(*arguments: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "ipdesk", *map(str, arguments)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def report(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("报案")
    letter = [
        "刑事控告书",
        f"控告人:{HOLDER}",
        "法定代表人:赵文博",
        "被控告人:王某",
        "2026年3月1日至2026年9月1日,被控告人在成都高新区中和街道生产假冒注册商标的耳机,非法经营数额为人民币256,800元。",
        f"控告人:{HOLDER}(盖章)",
        "2026年10月20日",
    ]
    (folder / "控告书.docx").write_bytes(documents.docx(letter, seal=True))
    (folder / "证照").mkdir()
    licence = ["营业执照", "统一社会信用代码:914403001922038216", f"名称:{HOLDER}", "法定代表人:赵文博"]
    (folder / "证照" / "营业执照.docx").write_bytes(documents.docx(licence))
    (folder / ".hidden.docx").write_bytes(b"x")
    return folder


@pytest.fixture(scope="module")
def told(report) -> subprocess.CompletedProcess[str]:
    return run("precheck", report, "--offence", "counterfeit_trademark", "--as-of", "2026-11-02", "--json", "-")


def test_json_alone_goes_to_stdout(told):
    data = json.loads(told.stdout)
    assert told.returncode == 0
    assert data["schema"] == "ipdesk.precheck/1"
    assert [one["file"] for one in data["materials"]] == ["控告书.docx", "证照/营业执照.docx"]
    assert [one["kind"] for one in data["materials"]] == ["complaint_letter", "business_license"]
    assert data["offence"]["source"] == "declared"
    assert "missing.trademark_certificate" in {finding["code"] for finding in data["findings"]}
    assert (data["outcome"], data["threshold"]["status"]) == ("needs_supplement", "met")


def test_a_person_gets_a_summary_and_the_file_the_same_json(report, told, tmp_path):
    out = tmp_path / "结果.json"
    shown = run("precheck", report, "--offence", "counterfeit_trademark", "--as-of", "2026-11-02", "--json", out)
    assert shown.returncode == 0
    assert "没有找到商标注册证" in shown.stdout and "不影响公安机关依法受案" in shown.stdout
    assert shown.stdout.index("须补正") < shown.stdout.index("请核对") < shown.stdout.index("提示（")
    assert out.read_text(encoding="utf-8") == told.stdout


@pytest.mark.parametrize(
    ("arguments", "letter"),
    [
        (["/没有这个文件夹"], "没有找到文件夹"),
        (["{report}", "--as-of", "2026-02-30"], "不是有效的日期"),
        (["{report}", "--offence", "theft"], "罪名代码“theft”不认识"),
        (["{report}", "--office", "nowhere"], "没有名为“nowhere”"),
        (["{empty}"], "没有可以读取的文件"),
    ],
)
def test_a_wrong_call_gives_a_letter_and_exit_code_two(report, tmp_path, arguments, letter):
    names = {"{report}": report, "{empty}": tmp_path}
    shown = run("precheck", *(names.get(one, one) for one in arguments))
    assert shown.returncode == 2
    assert letter in shown.stderr and "Traceback" not in shown.stderr


@pytest.fixture
def received(report, tmp_path) -> Path:
    seen = digest(report / "控告书.docx")
    files = [ReceivedFile("控告书.docx", seen.size, seen.sha256, seen.sm3)]
    made = make_receipt(number="1", given_at=datetime(2026, 11, 22, tzinfo=UTC), files=files, chain_head="0" * 64)
    path = tmp_path / "回执.json"
    path.write_text(json.dumps(made, ensure_ascii=False), encoding="utf-8")
    return path


def test_verify_proves_the_files(report, received):
    shown = run("verify", received, report)
    assert shown.returncode == 0
    assert "文件与回执一致" in shown.stdout


def test_verify_fails_where_a_file_is_gone(received, tmp_path):
    shown = run("verify", received, tmp_path)
    assert shown.returncode == 1
    assert "缺少" in shown.stdout


@pytest.mark.parametrize("name", ["没有.json", "控告书.docx"])
def test_verify_refuses_what_is_no_receipt(report, name):
    shown = run("verify", report / name, report)
    assert shown.returncode == 2
    assert "回执" in shown.stderr and "Traceback" not in shown.stderr
