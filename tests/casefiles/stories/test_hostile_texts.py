"""Nonsense, endless lines and fields without numbers end soon and quietly."""

from __future__ import annotations

import random

import pytest

from casefiles.offences import load_offences
from casefiles.story import read_story
from casefiles.threshold import judge
from tests.casefiles.builders import FILED_ON, complaint, dossier, material
from tests.soon import soon

SCRAPS = list("0123456789,.，。；：（）万亿元件至起年月日被控告人销售金额假冒商标地址成都高新区市路号第百千十零壹￥-~ \t\x00①２")


@pytest.mark.parametrize("seed", range(20))
def test_nonsense_is_read_without_complaint(seed):
    chance = random.Random(seed)  # noqa: S311 -- reproducible nonsense, no secret
    papers = [
        material(kind, "".join(chance.choices(SCRAPS, k=300)), total_amount="NaN", total_quantity="x")
        for kind in ("complaint_letter", "sales_ledger", "notarial_deed", "loss_assessment", "administrative_decision")
    ]
    for code in load_offences():
        judge(code, read_story(dossier(*papers, offence=code)), as_of=FILED_ON)


@pytest.mark.parametrize(
    "text", ["1" * 20_000, "1," * 10_000, "成都市" * 5_000, "2026年" * 3_000, "销售金额" * 5_000, "成都高新区" + "号" * 20_000]
)
def test_an_endless_line_ends_soon(text):
    with soon():
        read_story(dossier(complaint(text), offence="counterfeit_labels"))


def test_an_empty_dossier_tells_nothing():
    story = read_story(dossier(offence=None))
    assert (story.figures, story.places, story.acts_from, story.agent, story.registration_numbers) == ((), (), None, None, ())


def test_without_a_declared_offence_the_one_the_complaint_describes_is_taken():
    text = "被控告人销售明知是假冒注册商标的商品。"
    story = read_story(dossier(complaint(text), material("sales_ledger", "明细", total_amount="60000"), offence=None))
    assert [figure.metric for figure in story.figures] == ["sales_amount"]
