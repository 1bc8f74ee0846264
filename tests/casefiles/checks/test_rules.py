"""Every rule of the register has its check, and every check stands in the register."""

import tomllib

from casefiles.checks import REGISTER, load_checks, sayings

RULES = tomllib.loads(REGISTER.read_text(encoding="utf-8"))["rules"]


def test_thirty_four_rules_of_consistency_and_twenty_reasons_for_return_are_registered():
    wanted = [*(f"K{number:02}" for number in range(1, 35)), *(f"R{number:02}" for number in range(1, 21))]
    assert [rule["id"] for rule in RULES] == wanted


def test_each_rule_names_checks_that_exist_and_no_check_stands_outside():
    named = {check for rule in RULES for check in rule["checks"]}
    assert named == set(load_checks())
    assert all(rule["checks"] and rule["says"] for rule in RULES)


def test_every_check_says_in_chinese_what_it_sees_to():
    assert sayings().keys() == load_checks().keys()
