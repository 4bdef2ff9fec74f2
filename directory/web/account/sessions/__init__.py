"""Where an account is signed in: the cookie, the check on the server, the page that lists it."""
