"""A mail server on the loopback, as small as can be, that remembers what it was told."""

import socketserver
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import cast

_REPLIES = {"MAIL": "250 ok", "RCPT": "250 ok", "AUTH": "235 ok", "RSET": "250 ok"}


class MailServer(socketserver.ThreadingTCPServer):
    """The server; `refuses` names a command that it answers with an error."""

    daemon_threads = True

    def __init__(self, tls: ssl.SSLContext | None = None) -> None:
        super().__init__(("127.0.0.1", 0), _Session)
        if tls:
            self.socket = tls.wrap_socket(self.socket, server_side=True)
        self.refuses = ""
        self.commands: list[str] = []
        self.mails: list[bytes] = []

    @property
    def port(self) -> int:
        """Where it listens."""
        return cast(int, self.server_address[1])

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing of a client that hung up."""


class _Session(socketserver.StreamRequestHandler):
    server: MailServer

    def handle(self) -> None:
        self._say("220 here")
        while line := self.rfile.readline().decode().strip():
            command = line.split(maxsplit=1)[0].upper()
            self.server.commands.append(line)
            if command == self.server.refuses:
                self._say("550 no")
            elif command == "EHLO":
                self._say("250-here\r\n250 AUTH PLAIN")
            elif command == "DATA":
                self._say("354 go on")
                self.server.mails.append(self._read_mail())
                self._say("250 ok")
            elif command == "QUIT":
                self._say("221 bye")
                return
            else:
                self._say(_REPLIES.get(command, "502 what?"))

    def _read_mail(self) -> bytes:
        lines = iter(self.rfile.readline, b".\r\n")
        return b"".join(line.removeprefix(b".") for line in lines)

    def _say(self, reply: str) -> None:
        self.wfile.write(f"{reply}\r\n".encode())


@contextmanager
def mail_server(tls: ssl.SSLContext | None = None) -> Iterator[MailServer]:
    """Serve until the end of the block."""
    with MailServer(tls) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.02,))
        thread.start()
        yield server
        server.shutdown()
        thread.join()
