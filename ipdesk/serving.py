"""The processes of a running desk: the web server and the worker, and the parent that restarts either."""

from __future__ import annotations

import ctypes
import signal
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from types import FrameType

from ipdesk.config import Config

RESTART_SECONDS = 1.0
STOP_SECONDS = 10.0
PR_SET_PDEATHSIG = 1  # prctl(2): the signal a child gets when its parent dies


def programs(config: Config, *, dev: bool, workers: int) -> Mapping[str, Sequence[str]]:
    """The commands to run, by name."""
    address = f"{config.host}:{config.port}"
    worker = (sys.executable, "-m", "ipdesk", "worker")
    if dev:
        flask = (sys.executable, "-m", "flask", "--app", "ipdesk:create_app()", "run", "--debug", "--no-reload")
        return {"web": (*flask, "-h", config.host, "-p", str(config.port)), "worker": worker}
    gunicorn = (sys.executable, "-m", "gunicorn", "--worker-class", "gthread", "--threads", "8")
    settings = ("--workers", str(workers), "--bind", address, "--timeout", "120", "--graceful-timeout", "8")
    return {"web": (*gunicorn, *settings, "--log-level", "warning", "ipdesk:create_app()"), "worker": worker}


def check_ready(config: Config) -> str | None:
    """A letter where the desk cannot start: the port is taken, or ``init`` has not been run.

    Raises ``casefiles.offices.OfficeError`` where the office is none that is configured.
    """
    import socket

    from casefiles.offices import office

    office(config.office)

    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((config.host, config.port))
        except OSError as why:
            return (
                f"不能在 {config.host}:{config.port} 上启动（{why.strerror}）。"
                "请先停掉占用该端口的程序，或用 IPDESK_PORT 指定另一个端口。"
            )
    return None if database_current(config) else "数据库还没有建立或版本较旧。请先执行：python -m ipdesk init"


def database_current(config: Config) -> bool:
    """Whether the database stands at the newest migration."""
    from alembic.runtime.migration import MigrationContext
    from alembic.script import ScriptDirectory
    from sqlalchemy import create_engine

    from ipdesk.application import MIGRATIONS

    if config.database.startswith("sqlite") and not (config.data_dir / "desk.sqlite").exists() and not config.database_url:
        return False
    engine = create_engine(config.database)
    with engine.connect() as connection:
        found = MigrationContext.configure(connection).get_current_revision()
    engine.dispose()
    return found == ScriptDirectory(str(MIGRATIONS)).get_current_head()


def look_after(commands: Mapping[str, Sequence[str]]) -> int:
    """Run every command, restart one that ends by itself, stop all on SIGTERM or SIGINT. The exit code is 0."""
    stopping = False

    def stop(_signal: int, _frame: FrameType | None) -> None:
        nonlocal stopping
        stopping = True

    signal.signal(signal.SIGTERM, stop)
    signal.signal(signal.SIGINT, stop)
    running = {name: start(command) for name, command in commands.items()}
    while not stopping:
        for name, process in running.items():
            if process.poll() is not None and not stopping:
                print(f"{name} 意外结束（{process.returncode}），正在重新启动。", file=sys.stderr, flush=True)
                time.sleep(RESTART_SECONDS)
                running[name] = start(commands[name])
        time.sleep(0.2)
    end(list(running.values()))
    return 0


def start(command: Sequence[str]) -> subprocess.Popen[bytes]:
    """Start a child in its own group that ends when this process dies, however it dies."""
    return subprocess.Popen(command, start_new_session=True, preexec_fn=die_with_parent)  # noqa: S603  # our own programs


def end(processes: Sequence[subprocess.Popen[bytes]]) -> None:
    """Ask the processes to stop, and after ``STOP_SECONDS`` make them."""
    for process in processes:
        process.terminate()
    deadline = time.monotonic() + STOP_SECONDS
    for process in processes:
        try:
            process.wait(max(0.1, deadline - time.monotonic()))
        except subprocess.TimeoutExpired:
            process.kill()


def die_with_parent() -> None:
    """Ask Linux to end this process with its parent; elsewhere do nothing."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM)
