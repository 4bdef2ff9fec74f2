"""What an account has beside its password: an authenticator app, passkeys and recovery codes."""
