"""The engine on columns: immutable NumPy arrays answer what the plain Whoosh engine answers."""
