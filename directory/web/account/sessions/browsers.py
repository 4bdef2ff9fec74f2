"""A browser and its system in plain words, from what it says of itself."""

# In the order in which they have to be looked for: most browsers name others beside themselves.
_BROWSERS = (
    ("Edg", "Edge"),
    ("OPR/", "Opera"),
    ("SamsungBrowser", "Samsung Internet"),
    ("Firefox", "Firefox"),
    ("FxiOS", "Firefox"),
    ("CriOS", "Chrome"),
    ("Chromium", "Chromium"),
    ("Chrome", "Chrome"),
    ("Safari", "Safari"),
)
_SYSTEMS = (
    ("iPhone", "an iPhone"),
    ("iPad", "an iPad"),
    ("Android", "Android"),
    ("Windows", "Windows"),
    ("CrOS", "a Chromebook"),
    ("Mac OS X", "a Mac"),
    ("Linux", "Linux"),
)
_UNKNOWN = "A browser"


def browser_name(user_agent: str) -> str:
    """Return words such as "Firefox on Windows": no version, and nothing that was typed."""
    browser = next((name for mark, name in _BROWSERS if mark in user_agent), _UNKNOWN)
    system = next((name for mark, name in _SYSTEMS if mark in user_agent), None)
    return f"{browser} on {system}" if system else browser
