"""Long random tokens, of which a database holds only a hash: who reads it can open nothing."""

import hashlib


def hash_of_token(token: str) -> str:
    """Return what is kept of a token; it needs no salt, for nobody can guess one."""
    return hashlib.sha256(token.encode()).hexdigest()
