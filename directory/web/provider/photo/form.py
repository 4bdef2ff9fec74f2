"""The form that a photo comes in."""

from flask_wtf import FlaskForm
from flask_wtf.file import FileField

# So much may be sent: a file that is too large for a photo still gets a kind word.
MOST_SENT = 20_000_000  # bytes


class PhotoForm(FlaskForm):  # type: ignore[misc]
    """One file; `directory.photos` decides whether it is a photo."""

    photo = FileField("Photo")

    def sent(self) -> bytes:
        """Return the bytes that were sent, none where no file was chosen."""
        file = self.photo.data
        return file.read() if file else b""
