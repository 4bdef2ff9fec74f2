"""Messages that name the field that they are about, so that they also read well in a summary."""

from wtforms import Field


def about_field(field: Field, message: str) -> str:
    """Return a message, which begins with a small letter, after the name of its field."""
    label = str(field.label.text)
    if label.endswith("?"):
        return f"{label} {message[:1].upper()}{message[1:]}"
    return f"{label}: {message}"
