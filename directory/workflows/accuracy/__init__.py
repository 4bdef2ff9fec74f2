"""How true the listings are: calls that are drawn, noted and counted."""
