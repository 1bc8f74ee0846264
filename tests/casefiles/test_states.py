"""The life of a referral at each agency, step by step."""

from datetime import date

import pytest

from casefiles.states import (
    STATES,
    TABLE,
    IllegalStep,
    allowed,
    needs_document,
    shown_to_others,
    state_name,
    take,
    task_of,
)

TODAY = date(2026, 11, 22)
PAPER = {"document_no": "成高公（知）受字〔2026〕7号", "document_date": TODAY}


def after(agency: str, *actions: str) -> str:
    state = "opened"
    for action in actions:
        state = take(agency, state, action, **PAPER, today=TODAY)
    return state


@pytest.mark.parametrize(
    ("agency", "actions", "expected"),
    [
        ("police", ["register"], "registered"),
        ("police", ["register", "accept"], "accepted"),
        ("police", ["register", "accept", "file"], "filed"),
        ("police", ["register", "accept", "not_file"], "not_filed"),
        ("police", ["register", "accept", "not_file", "file"], "filed"),
        ("police", ["register", "transfer"], "transferred"),
        ("police", ["register", "accept", "transfer"], "transferred"),
        ("police", ["register", "ask_supplement"], "registered"),
        ("procuratorate", ["read", "intervene", "supervise"], "filing_supervision"),
        ("procuratorate", ["read", "ask_supplement"], "read"),
        ("court", ["note"], "noted"),
        ("administrative", ["register", "file", "decide"], "administrative_decided"),
        ("administrative", ["register", "transfer"], "transferred"),
        ("mediation", ["register", "mediate", "conclude"], "mediated"),
        ("police", ["register", "accept", "extend_filing"], "accepted"),
        ("administrative", ["register", "ask_supplement"], "registered"),
        ("police", ["withdraw"], "withdrawn"),
        ("procuratorate", ["read", "withdraw"], "withdrawn"),
    ],
)
def test_steps_lead_on(agency, actions, expected):
    assert after(agency, *actions) == expected


@pytest.mark.parametrize(
    ("agency", "state", "action"),
    [
        ("police", "opened", "accept"),
        ("police", "opened", "decline"),
        ("police", "registered", "file"),
        ("police", "filed", "not_file"),
        ("police", "filed", "withdraw"),
        ("police", "withdrawn", "register"),
        ("procuratorate", "opened", "intervene"),
        ("court", "opened", "file"),
        ("court", "opened", "ask_supplement"),
        ("court", "opened", "ask_supplement"),
        ("nobody", "opened", "register"),
        ("police", "no such state", "register"),
    ],
)
def test_an_illegal_step_is_refused_with_a_letter(agency, state, action):
    with pytest.raises(IllegalStep, match="不能登记"):
        take(agency, state, action, **PAPER, today=TODAY)


@pytest.mark.parametrize(
    ("paper", "told"),
    [
        ({}, "文号和日期"),
        ({"document_no": "  ", "document_date": TODAY}, "文号和日期"),
        ({"document_no": "7号"}, "文号和日期"),
        ({"document_no": "7号", "document_date": date(2026, 11, 23)}, "晚于今天"),
    ],
)
def test_an_official_state_needs_its_documents_number_and_day(paper, told):
    with pytest.raises(IllegalStep, match=told):
        take("police", "registered", "accept", **paper, today=TODAY)


@pytest.mark.parametrize("state", ["accepted", "filed", "not_filed", "transferred"])
def test_official_states_are_shown_to_others_only_with_their_number(state):
    assert needs_document("police", state)
    assert shown_to_others("police", state) == "办理中"
    assert shown_to_others("police", state, document_no="7号") == state_name(state)


def test_an_unofficial_state_is_shown_at_once():
    assert shown_to_others("police", "registered") == "已接报登记"


def test_nobody_can_decline_a_report():
    names = {step.name for steps in TABLE.values() for state in steps.values() for step in state}
    assert not {name for name in names if "拒" in name or "不予受" in name or "退回" in name}


@pytest.mark.parametrize("agency", list(TABLE))
def test_every_state_can_be_left_or_is_final(agency):
    reached = {"opened"}
    while True:
        following = {step.to for state in reached for step in allowed(agency, state)} - reached
        if not following:
            break
        reached |= following
    assert reached <= set(STATES)
    assert all(allowed(agency, state) or STATES[state].final for state in reached)


@pytest.mark.parametrize(
    ("agency", "role", "asks"),
    [
        ("police", "lead", True),
        ("police", "informed", False),
        ("procuratorate", "joint", True),
        ("administrative", "lead", True),
        ("administrative", "joint", False),
        ("court", "lead", False),
        ("mediation", "lead", False),
    ],
)
def test_who_may_ask_the_applicant_depends_on_agency_and_role(agency, role, asks):
    offered = {step.action for step in allowed(agency, "opened", role)}
    assert ("ask_supplement" in offered) is asks


def test_a_desk_is_told_what_comes_next_and_never_what_it_has_done():
    asked = "三日内联系报案人并接报登记"
    assert task_of("police", "opened", asked) == asked
    later = [task_of("police", state, asked) for state in ("registered", "accepted", "not_filed")]
    assert all(later) and asked not in later and len(set(later)) == 3
    assert (task_of("police", "filed", asked), task_of("procuratorate", "read", "同步监督")) == ("", "同步监督")
