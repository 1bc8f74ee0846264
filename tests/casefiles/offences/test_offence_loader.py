"""The loader is stricter than the author: a rule file with a slip is refused, and the refusal names the place."""

from __future__ import annotations

import shutil

import pytest

from casefiles.offences import FOLDER, RuleError, load_offences


@pytest.fixture
def rules(tmp_path):
    for path in FOLDER.glob("*.toml"):
        shutil.copy(path, tmp_path)
    return tmp_path


def change(rules, name, old, new):
    path = rules / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_the_copy_loads(rules):
    assert len(load_offences(rules)) == 8


@pytest.mark.parametrize(
    ("name", "old", "new", "says"),
    [
        ("trade_secret.toml", "from = 2021-03-01\n", "", "缺少 from"),
        ("trade_secret.toml", 'from = 2025-04-26\ngrade = "V2"', "from = 2025-04-26", "缺少 grade"),
        ("trade_secret.toml", 'grade = "V1"', 'grade = "sure"', "不在"),
        ("trade_secret.toml", 'metric = "loss"', 'metric = "lost"', "没有 lost"),
        ("trade_secret.toml", 'any_of = ["loss_assessment"]', 'any_of = ["loss_paper"]', "没有 loss_paper"),
        ("trade_secret.toml", "repeat_2y = true", "repeated = true", "不认识 repeated"),
        ("trade_secret.toml", "repeat_2y = true", 'repeat_2y = "yes"', "应当是 bool"),
        ("trade_secret.toml", "limitation_years = 15", "limitation_years = 5", "追诉期限应当是 15 年"),
        ("trade_secret.toml", "at_least = 3000000", "at_least = 300000", "aggravated 不高于 base"),
        ("trade_secret.toml", "at_least = 300000", "at_least = 0", "应当大于零"),
        ("trade_secret.toml", 'id = "219.2"', 'id = "219.1"', "重复"),
        ("trade_secret.toml", 'kind = "human_review"', 'kind = "robot_review"', "不在"),
        ("trade_secret.toml", "until = 2020-09-13", "until = 2004-09-13", "until 早于 from"),
        ("trade_secret.toml", "until = 2021-02-28", "until = 2021-03-28", "重叠"),
        ("trade_secret.toml", 'usual_metrics = ["loss"', 'usual_metrics = ["copies"', "没有任何一项标准用到"),
        ("trade_secret.toml", 'need_groups = ["secret"]', 'need_groups = ["secrets"]', "没有 secrets"),
        ("trade_secret.toml", 'code = "trade_secret"', 'code = "secret"', "文件名"),
        ("patent_passing_off.toml", 'tier = "serious"', 'tier = "especially_serious"', "档次不一致"),
        ("copyright_infringement.toml", "min_items = 2", "min_items = 9", "min_items"),
        ("metrics.toml", 'unit = "元"', "", "缺少 unit"),
        ("needs.toml", 'code = "missing.complaint_letter"', 'code = "lost.complaint_letter"', "missing."),
        ("needs.toml", 'when = ["agent"]', 'when = ["lawyer"]', "不认识 lawyer"),
        ("trade_secret.toml", "code =", "code", "不是合格的 TOML"),
    ],
)
def test_a_slip_is_refused_with_its_place(rules, name, old, new, says):
    change(rules, name, old, new)
    with pytest.raises(RuleError, match=says) as refused:
        load_offences(rules)
    assert name in str(refused.value)
