"""Finding texts that offer conversion practices: attempts to change whom people love or are.

Nobody who offers them is listed. A text that says no to them, or speaks of those whom they hurt, is
another matter. Source: own wording; the practices are named as in APA (2021), Resolutions on Sexual
Orientation and on Gender Identity Change Efforts.
"""

import re

_APOSTROPHES = str.maketrans("‘’ʼ‐‑–—", "'''----")
# Almost no text has any of these, and a text is read on every load.
_HINTS = (
    "conversion",
    "reparative",
    "orientation",
    "gender identity",
    "gay",
    "sex attraction",
    "homosexual",
    "heterosexual",
    "straight",
)
_WORK = (
    r"(?:therap(?:y|ies|ists?)|counsell?ing|treatments?|practices?|programs?|coaching|ministr\w+)"
)
_PRACTICE = re.compile(
    rf"""\b(?:
        (?:conversion|reparative|(?:sexual[ ])?re-?orientation)[ -]{_WORK}
      | (?:sexual[ ]orientation|gender[ ]identity)(?:[ ]and[ ]gender[ ]identity)?[ ]change[ -]
        (?:efforts?|{_WORK})
      | ex[ -]gays?
      | pray(?:ing)?[ ](?:away[ ]the[ ]gay|the[ ]gay[ ]away)
      | unwanted[ ](?:same[ -]sex[ ]attractions?|homosexuality)
      | (?:cur(?:e|ing)|heal(?:ing)?|overcom(?:e|ing)|leav(?:e|ing)|chang(?:e|ing)|fix(?:ing)?)[ ]
        (?:from[ ]|your[ ]|their[ ]|a[ ]person's[ ])?
        (?:homosexuality|same[ -]sex[ ]attractions?|sexual[ ]orientation
          |gender[ ]identity(?![ ](?:documents?|markers?|papers?|records?)\b))
      | (?:become|becoming|turn[ ]you|make[ ]you)[ ](?:straight|heterosexual)
    )\b""",
    re.VERBOSE,
)
_OFFER = r"(?:offer|provide|practi[cs]e|use|do|deliver|teach|speciali[sz]e|recommend|believe)"
# Where a new statement begins, whatever was denied before it.
_ANEW = re.compile(rf"\b(?:(?:and|but|so|yet|instead|also) (?:(?:i|we) )?{_OFFER}\b|(?:i|we)\b)")
_EMPTY_DENIAL = re.compile(
    r"\b(?:not|never|no|nothing)\b (?:only|just|merely|afraid|ashamed|hesitat\w+|shame|doubt|wrong"
    r"|against|oppos\w+|reject|refuse|stop\w*|judg\w+)\b"
)
_DENIAL = re.compile(
    r"\b(?:not|never|no|nobody|nor|neither|none|cannot|without|against|oppos\w+|refus\w+|reject\w+|anti"
    r"|condemn\w+|denounc\w+|ban|bans|banned|illegal|unethical|discredited|stop|end|ending)\b|n't\b"
)
_OFFERED = re.compile(rf".*\b{_OFFER}\b")
_HURT_BEFORE = re.compile(
    r"\b(?:surviv\w+|victims?|harm\w*|hurt\w*|damag\w+|trauma\w*|pain|wounds?|wounded|scars?"
    r"|abus\w+|dangers?|recover\w*|heal(?:ing)? from|escap\w+|left|after|subjected|forced|pushed"
    r"|sent|endur\w+|suffer\w*|underw(?:ent|ear)|went|been|gone|lived|put|history|effects?|experienced)"
    r"(?:\W+\w+){0,5}\W*$"
)
_HURT_AFTER = re.compile(
    r"^\W*(?:survivors?|victims?|trauma|recovery|harms?|hurts?|damages?|bans?)\b"
    r"|^[^,]*?\b(?:(?:is|are|was|were) (?:\w+ )?(?:harm\w*|unethical|abus\w+|dangerous|wrong|banned"
    r"|illegal|discredited|not (?:offered|provided|practi[cs]ed|part|something|supported|used))"
    r"|(?:do|does|did)(?: not|n't) work|(?:causes?|does|do|did) (?:\w+ )?(?:harm|damage|pain)"
    r"|(?:has|have) no place|(?:has|have) (?:harmed|hurt)"
    r"|(?:i|we) (?:do not|don't|never|oppose|reject))"
)


def offers_conversion(text: str) -> bool:
    """Tell whether a text offers an attempt to change sexual orientation or gender identity."""
    words = text.lower()
    if not any(hint in words for hint in _HINTS):
        return False
    plain = words.translate(_APOSTROPHES)
    sentences = (" ".join(one.split()) for one in re.split(r"[.!?;:\n]+", plain))
    return any(
        not _is_denied_or_deplored(sentence[: found.start()], sentence[found.end() :])
        for sentence in sentences
        for found in _PRACTICE.finditer(sentence)
    )


def _is_denied_or_deplored(before: str, after: str) -> bool:
    begun = [found.start() for found in _ANEW.finditer(before)]
    statement = _EMPTY_DENIAL.sub("", before[max(begun, default=0) :])
    object_of_work = _OFFERED.sub("", before)
    return bool(
        _DENIAL.search(statement)
        or _HURT_BEFORE.search(object_of_work)
        or _HURT_AFTER.search(after)
    )
