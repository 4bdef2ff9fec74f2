"""How true the listings are: whom to call, what a call finds out, and what many calls show."""
