"""A passkey in software: what a browser and its device answer, so that a test can bend it."""

import hashlib
import json
import struct
from typing import Any

import cbor2
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from webauthn.helpers import bytes_to_base64url

_PRESENT, _VERIFIED, _NEW = 0x01, 0x04, 0x40


class SoftPasskey:
    """One passkey of one site, which counts how often it signed."""

    def __init__(self, origin: str = "http://localhost", site: str = "localhost") -> None:
        self.origin, self.site = origin, site
        self.key = ec.generate_private_key(ec.SECP256R1())
        self.id = hashlib.sha256(str(self.key.private_numbers().private_value).encode()).digest()
        self.handle, self.count, self.is_verified = "", 0, True

    def made(self, options: dict[str, Any]) -> str:
        """Return what a browser sends when this passkey is made."""
        self.handle = options["user"]["id"]
        data = self._data(_NEW) + bytes(16) + struct.pack(">H", len(self.id)) + self.id
        attestation = {"fmt": "none", "attStmt": {}, "authData": data + self._public_key()}
        return self._answer(
            clientDataJSON=self._client_data("webauthn.create", options),
            attestationObject=cbor2.dumps(attestation),
        )

    def used(self, options: dict[str, Any]) -> str:
        """Return what a browser sends when this passkey signs."""
        self.count += 1
        data, client = self._data(0), self._client_data("webauthn.get", options)
        signed = data + hashlib.sha256(client).digest()
        return self._answer(
            clientDataJSON=client,
            authenticatorData=data,
            signature=self.key.sign(signed, ec.ECDSA(hashes.SHA256())),
            userHandle=self.handle,
        )

    def _data(self, flags: int) -> bytes:
        flags |= _PRESENT | (_VERIFIED if self.is_verified else 0)
        site = hashlib.sha256(self.site.encode()).digest()
        return site + struct.pack(">BI", flags, self.count)

    def _public_key(self) -> bytes:
        numbers = self.key.public_key().public_numbers()
        x, y = numbers.x.to_bytes(32, "big"), numbers.y.to_bytes(32, "big")
        return cbor2.dumps({1: 2, 3: -7, -1: 1, -2: x, -3: y})

    def _client_data(self, kind: str, options: dict[str, Any]) -> bytes:
        told = {"type": kind, "challenge": options["challenge"], "origin": self.origin}
        return json.dumps(told).encode()

    def _answer(self, **parts: bytes | str) -> str:
        id = bytes_to_base64url(self.id)
        response = {
            name: one if isinstance(one, str) else bytes_to_base64url(one)
            for name, one in parts.items()
        }
        return json.dumps({"id": id, "rawId": id, "type": "public-key", "response": response})
