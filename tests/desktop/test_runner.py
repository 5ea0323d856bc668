"""Long work runs in threads that end, report and can be stopped."""

from __future__ import annotations

import threading
import time

from PySide6.QtCore import QThread
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from fanwiki.desktop.runner import JobRunner
from fanwiki.desktop.status import PATIENCE, JobStatus
from fanwiki.errors import FanwikiError
from fanwiki.jobs import Progress


def test_the_result_arrives_on_the_windows_thread(qtbot: QtBot, runner: JobRunner) -> None:
    got: list[tuple[int, bool]] = []
    worked_in: list[bool] = []

    def work(_progress: Progress) -> int:
        worked_in.append(threading.current_thread() is threading.main_thread())
        return 7

    job = runner.start(
        work, text="", done=lambda n: got.append((n, QThread.currentThread() == QApplication.instance().thread()))
    )
    qtbot.waitUntil(lambda: not job.is_running)
    assert got == [(7, True)]
    assert worked_in == [False]


def test_an_error_goes_to_its_own_callback_or_to_the_runners(qtbot: QtBot) -> None:
    told: list[BaseException] = []
    own: list[BaseException] = []
    runner = JobRunner(told.append)

    def fail(_progress: Progress) -> None:
        raise FanwikiError("It is broken.")

    def crash(_progress: Progress) -> None:
        raise ZeroDivisionError

    runner.start(fail, text="", failed=own.append)
    runner.start(crash, text="")
    qtbot.waitUntil(lambda: not runner.running)
    assert [str(error) for error in own] == ["It is broken."]
    assert [type(error) for error in told] == [ZeroDivisionError]
    runner.shut_down()


def test_cancelled_work_stops_and_says_so(qtbot: QtBot, runner: JobRunner) -> None:
    stopped: list[bool] = []

    def work(progress: Progress) -> None:
        for number in range(100_000):
            progress.step(number, None)
            time.sleep(0.001)

    job = runner.start(work, text="", done=lambda _: stopped.append(False), stopped=lambda: stopped.append(True))
    job.request_cancel()
    qtbot.waitUntil(lambda: not job.is_running)
    assert stopped == [True]


def test_progress_is_throttled_and_its_last_step_arrives(qtbot: QtBot, runner: JobRunner) -> None:
    steps: list[tuple[int, int, str]] = []

    def work(progress: Progress) -> None:
        for number in range(1, 20_001):
            progress.step(number, 20_000, "counting")

    job = runner.start(work, text="")
    job.progressed.connect(lambda done, total, text: steps.append((done, total, text)))
    qtbot.waitUntil(lambda: not job.is_running)
    assert len(steps) < 200
    assert steps[-1] == (20_000, 20_000, "counting")


def test_shutting_down_waits_for_threads_and_calls_nobody_back(qtbot: QtBot) -> None:
    called: list[str] = []
    runner = JobRunner(lambda error: called.append(str(error)))
    ended = threading.Event()

    def work(progress: Progress) -> None:
        try:
            while True:
                progress.step(0, None)
                time.sleep(0.001)
        finally:
            ended.set()

    runner.start(work, text="", done=lambda _: called.append("done"), stopped=lambda: called.append("stopped"))
    runner.shut_down()
    assert ended.is_set()
    assert called == []
    assert runner.running == []


def test_the_status_bar_shows_only_work_that_takes_a_while(qtbot: QtBot, runner: JobRunner) -> None:
    status = JobStatus(runner)
    qtbot.addWidget(status)
    go_on = threading.Event()

    def work(progress: Progress) -> None:
        while not go_on.is_set():
            progress.step(3, 10, "Reading pages")
            time.sleep(0.005)

    started = time.monotonic()
    job = runner.start(work, text="Importing")
    assert status.isHidden()
    qtbot.waitUntil(lambda: not status.isHidden(), timeout=5 * PATIENCE)
    assert time.monotonic() - started >= 0.9 * PATIENCE / 1000  # timers of Qt are coarse by 5 %
    go_on.set()
    qtbot.waitUntil(lambda: not job.is_running)
    assert status.isHidden()


def test_work_without_a_text_never_shows(qtbot: QtBot, runner: JobRunner) -> None:
    status = JobStatus(runner)
    qtbot.addWidget(status)
    job = runner.start(lambda _progress: time.sleep(PATIENCE / 1000 + 0.1), text="")
    qtbot.waitUntil(lambda: not job.is_running)
    assert status.isHidden()


def test_an_outcome_on_its_way_arrives_though_another_job_ends_first(runner: JobRunner, qtbot: QtBot) -> None:
    arrived: list[int] = []
    for number in range(3):
        runner.start(lambda _progress, number=number: number, text="", done=arrived.append)
    for worker in runner._workers.values():
        worker.wait()  # the window's thread hears of nothing meanwhile
    runner._release_ended()  # as the end of a job before these would
    assert len(runner.running) == 3
    qtbot.waitUntil(lambda: not runner.running)
    assert sorted(arrived) == [0, 1, 2]
