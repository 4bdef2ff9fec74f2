"""How true the directory is: whom to call, what was heard, and what it shows."""
