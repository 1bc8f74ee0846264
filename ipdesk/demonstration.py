"""The demonstration accounts: people, companies and cases that do not exist. Shown while ``IPDESK_DEMO=1`` only."""

from __future__ import annotations

from dataclasses import dataclass

PASSWORD = "Yunjing-2026-demo"  # noqa: S105  # printed for everyone to use

ENTERPRISES = {
    1: ("成都川岭户外用品有限公司", "91510100MA6D2K7W1Q"),
    2: ("成都锐核精工科技有限公司", "91510100MA6C8T3R1D"),
}


@dataclass(frozen=True, slots=True)
class DemonstrationAccount:
    """One account. Officers and supervisors have a ``desk`` (a code of ``casefiles/offices``), others ``enterprises``
    (numbers of ``ENTERPRISES``; the position there is ``owner`` for one, ``lawyer`` for several). ``shows`` says
    what to look at with it.
    """

    email: str
    name: str
    role: str
    shows: str
    desk: str | None = None
    enterprises: tuple[int, ...] = ()
    password: str = PASSWORD

    @property
    def position(self) -> str:
        """How the account belongs to its enterprises."""
        return "lawyer" if len(self.enterprises) > 1 else "owner"


ACCOUNTS = (
    DemonstrationAccount(
        "zhao@chuanling.example.com",
        "赵启明",
        "enterprise",
        "商标被假冒：已受理的报案，和一份商标证过期、缺委托书的草稿",
        enterprises=(1,),
    ),
    DemonstrationAccount(
        "cheng@ruihe.example.com", "程砚秋", "enterprise", "商业秘密：收到补正通知的报案；软件著作权报案", enterprises=(2,)
    ),
    DemonstrationAccount("su@lawyer.example.com", "苏映雪（律师）", "enterprise", "一位律师代表两家企业", enterprises=(1, 2)),
    DemonstrationAccount(
        "police@desk.example.com", "何警官", "officer", "公安：接报登记、受案、立案、补正通知、原件核对", desk="police_ip"
    ),
    DemonstrationAccount(
        "procuratorate@desk.example.com", "秦检察官", "officer", "检察：已阅、提前介入、启动立案监督", desk="procuratorate_ip"
    ),
    DemonstrationAccount("court@desk.example.com", "陆法官", "officer", "法院：知悉案件，不接触材料", desk="court_criminal"),
    DemonstrationAccount(
        "market@desk.example.com", "龚科长", "officer", "市场监管：未达刑事标准的案件转到行政处理", desk="admin_scjg"
    ),
    DemonstrationAccount("copyright@desk.example.com", "孟科长", "officer", "著作权执法：行政处理", desk="admin_copyright"),
    DemonstrationAccount("legal@desk.example.com", "方老师", "legal", "法律人员：法规案例库"),
    DemonstrationAccount(
        "supervisor@desk.example.com", "严主任", "supervisor", "督办人员：公安窗口的队列与时限", desk="police_ip"
    ),
    DemonstrationAccount("admin@desk.example.com", "管理员", "administrator", "账号管理：开通、停用、解锁"),
)
