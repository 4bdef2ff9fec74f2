"""Mail: by SMTP to a real server on the loopback, or as files; it never leaves without TLS."""

import ssl
import stat
from datetime import datetime, timedelta
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import NameOID

from directory.config import Settings
from directory.errors import Unusable
from directory.mail import (
    FolderMailer,
    Mail,
    Mailer,
    SmtpMailer,
    Unsent,
    is_mail_address,
    mailer_of,
)
from tests.smtp_server import mail_server

MAIL = Mail(
    to="ana@example.org",
    subject="Una pregunta sobre la primera visita",
    text="¿Tiene tiempo?\n\n.\n" + "a long line " * 100 + "\n",
    language="es",
    reply_to="writer@example.com",
)


def settings(tmp_path: Path, **environ: str) -> Settings:
    fixed = {"INSTANCE_PATH": str(tmp_path), "DIRECTORY_ENV": "development", "SECRET_KEY": "k"}
    return Settings.from_environment(fixed | environ)


def smtp(tmp_path: Path, url: str) -> Mailer:
    mailer = mailer_of(settings(tmp_path, MAIL_URL=url, MAIL_FROM="no-reply@example.net"))
    assert isinstance(mailer, SmtpMailer)
    return mailer


def read(raw: bytes) -> EmailMessage:
    message = message_from_bytes(raw, policy=default)
    assert isinstance(message, EmailMessage)
    return message


def is_mail(message: EmailMessage, sender: str) -> None:
    assert message["From"] == sender
    assert message["To"] == MAIL.to
    assert message["Reply-To"] == MAIL.reply_to
    assert message["Subject"] == MAIL.subject
    assert message["Content-Language"] == "es"
    # No machine answers a machine, so nobody who is away shows their address.
    assert message["Auto-Submitted"] == "auto-generated"
    assert message.get_content_type() == "text/plain"
    assert message.get_content().replace("\r\n", "\n") == MAIL.text


def test_a_mail_reaches_the_server_as_it_was_written(tmp_path: Path) -> None:
    with mail_server() as server:
        smtp(tmp_path, f"smtp://127.0.0.1:{server.port}").send(MAIL)
    (raw,) = server.mails
    is_mail(read(raw), "no-reply@example.net")
    assert "ehlo example.net" in server.commands
    assert "mail FROM:<no-reply@example.net>" in " ".join(server.commands)


def test_a_name_and_a_password_may_hold_any_letter(tmp_path: Path) -> None:
    with mail_server() as server:
        smtp(tmp_path, f"smtp://us%40er:p%3Aw@localhost:{server.port}").send(MAIL)
    assert any(command.startswith("AUTH PLAIN ") for command in server.commands)
    assert len(server.mails) == 1


@pytest.mark.parametrize("command", ["MAIL", "RCPT", "DATA"])
def test_a_server_that_refuses_is_told_of_without_any_address(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], command: str
) -> None:
    with mail_server() as server:
        server.refuses = command
        with pytest.raises(Unsent) as caught:
            smtp(tmp_path, f"smtp://127.0.0.1:{server.port}").send(MAIL)
    assert server.mails == []
    assert caught.value.__suppress_context__
    for said in (str(caught.value), capsys.readouterr().err):
        assert "example.org" not in said
        assert "example.com" not in said


def test_a_server_that_is_not_there_is_told_of(tmp_path: Path) -> None:
    with mail_server() as server:
        port = server.port
    with pytest.raises(Unsent):
        smtp(tmp_path, f"smtp://127.0.0.1:{port}").send(MAIL)


def test_nothing_leaves_the_machine_without_tls(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("directory.mail._HERE", frozenset())
    with mail_server() as server, pytest.raises(Unsent):
        smtp(tmp_path, f"smtp://127.0.0.1:{server.port}").send(MAIL)
    assert server.mails == []
    assert not any(command.upper().startswith(("MAIL", "AUTH")) for command in server.commands)


def test_a_server_whose_certificate_is_not_trusted_gets_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    certificate = own_certificate(tmp_path)
    tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    tls.load_cert_chain(certificate)
    with mail_server(tls) as server:
        mailer = smtp(tmp_path, f"smtps://localhost:{server.port}")
        with pytest.raises(Unsent):
            mailer.send(MAIL)
        assert server.mails == []
        monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
        mailer.send(MAIL)
    assert len(server.mails) == 1


def own_certificate(folder: Path) -> Path:
    """Write a key and a certificate for localhost that nobody trusts unless told to."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "localhost")])
    today = datetime.now().astimezone()
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(today - timedelta(days=1))
        .not_valid_after(today + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName("localhost")]), critical=False)
        .sign(key, hashes.SHA256())
    )
    path = folder / "own.pem"
    pem = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    path.write_bytes(pem + certificate.public_bytes(Encoding.PEM))
    return path


def test_in_development_mail_is_a_file_that_only_we_can_read(tmp_path: Path) -> None:
    mailer = mailer_of(settings(tmp_path))
    assert isinstance(mailer, FolderMailer)
    mailer.send(MAIL)
    (file,) = (tmp_path / "mail").iterdir()
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700
    is_mail(read(file.read_bytes()), "no-reply@localhost")


def test_a_folder_that_cannot_be_written_is_told_of(tmp_path: Path) -> None:
    (tmp_path / "mail").write_text("no folder", encoding="ascii")
    with pytest.raises(Unsent):
        FolderMailer(tmp_path / "mail").send(MAIL)


def test_in_production_there_is_no_mail_unless_it_is_set_up(tmp_path: Path) -> None:
    assert mailer_of(settings(tmp_path, DIRECTORY_ENV="production")) is None


@pytest.mark.parametrize(
    ("environ", "what"),
    [
        ({"MAIL_URL": "mail.example.org"}, "MAIL_URL is no address"),
        ({"MAIL_URL": "http://mail.example.org"}, "MAIL_URL is no address"),
        ({"MAIL_URL": "smtp://mail.example.org:secret"}, "MAIL_URL is no address"),
        ({"MAIL_URL": "smtp://mail.example.org", "MAIL_FROM": ""}, "MAIL_FROM"),
        ({"MAIL_URL": "smtp://mail.example.org", "MAIL_FROM": "us"}, "MAIL_FROM"),
        ({"MAIL_URL": "smtp://mail.example.org", "SITE_URL": "http://127.0.0.1:80"}, "SITE_URL"),
    ],
)
def test_a_wrong_setting_is_refused_and_no_password_shown(
    tmp_path: Path, environ: dict[str, str], what: str
) -> None:
    usual = {
        "DIRECTORY_ENV": "production",
        "MAIL_FROM": "a@example.org",
        "SITE_URL": "https://x.example",
    }
    with pytest.raises(Unusable, match=what) as caught:
        mailer_of(settings(tmp_path, **usual | environ))
    assert "secret" not in str(caught.value)


@pytest.mark.parametrize("address", ["a@b.org", "first.last+tag@mail.example.co.uk"])
def test_an_address_is_an_address(address: str) -> None:
    assert is_mail_address(address)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "a",
        "a@b",
        "@b.org",
        "a b@c.org",
        "a@b.org, c@d.org",
        "a@b.org\nBcc: c@d.org",
        "a..b@c.org",
        "<a@b.org>",
        "é@b.org",
        f"{'a' * 250}@b.org",
        "a@b.org\n",
    ],
)
def test_anything_else_is_not(text: str) -> None:
    assert not is_mail_address(text)


def test_a_mail_shows_nothing_of_itself() -> None:
    assert repr(MAIL) == "Mail(language='es')"
