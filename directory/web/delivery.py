"""Sending what a request has posted, without letting the person who asked wait for it."""

from concurrent.futures import ThreadPoolExecutor

import structlog
from flask import Flask

from directory.errors import DirectoryError
from directory.workflows import Directory
from directory.workflows.messages.post_mail import deliver

_log = structlog.get_logger()


def init_app(app: Flask, directory: Directory) -> None:
    """Send mails right after the request that posted them; the worker sends what is left."""
    thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="mail")

    @app.teardown_request
    def send(_error: BaseException | None) -> None:
        if not directory.database.posted.is_set():
            return
        if directory.mailer is not None and directory.mailer.is_real:
            thread.submit(_send, directory)
        else:
            _send(directory)  # a folder takes a mail at once


def _send(directory: Directory) -> None:
    try:
        deliver(directory)
    except DirectoryError as error:
        _log.warning("mail_not_delivered", kind=type(error).__name__)
