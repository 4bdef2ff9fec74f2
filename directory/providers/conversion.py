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
    "sexual attraction",
    "homosexual",
    "heterosexual",
    "straight",
    "soce",
    "change-allowing",
    "stop being",
)
_REACH = 200  # characters
_WORK = r"(?:therap(?:y|ies|ists?)|counsell?ing|treatments?|practices?|programs?|ministr\w+)"
_FEELINGS = r"(?:feelings?|desires?|attractions?|lifestyle|behaviou?r)"
_ATTRACTION = rf"(?:homosexuality|(?:homosexual|gay|same[ -]sex)[ ]{_FEELINGS})"
_PRACTICE = re.compile(
    rf"""\b(?:
        (?:conversion|reparative|(?:sexual[ ])?re-?orientation|change-allowing)[ -]{_WORK}
      | gay[ ]conversion
      | sexual[ ]orientation[ ](?:and[ ]gender[ ]identity[ ])?change
      | gender[ ]identity[ ]change[ -](?:efforts?|{_WORK})
      | sexual[ ]attraction[ ]fluidity[ ]exploration | soce | sogice
      | ex[ -]gays?
      | pray(?:ing)?[ ](?:away[ ]the[ ]gay|the[ ]gay[ ]away)
      | (?:gay|homosexual\w*)[ ]to[ ](?:straight|heterosexual\w*)
      | unwanted[ ]{_ATTRACTION}
      | {_ATTRACTION}[ ](?:can|may)[ ]be[ ](?:cured|healed|changed|overcome)
      | (?:cur|heal|overcom|leav|chang|fix|eliminat|reduc|diminish|resolv|end)(?:e|es|ing)?[ ]
        (?:(?:from|the|your|their|all|a[ ]person's)[ ])*
        (?:{_ATTRACTION}|sexual[ ]orientation
          |gender[ ]identity(?![ ](?:documents?|markers?|papers?|records?)\b))
      | (?:treat(?:ing)?|struggl(?:e|es|ing)[ ]with|turn(?:ing)?[ ]from|out[ ]of|away[ ]from)[ ]
        (?:[\w-]+,?[ ]){{0,5}}{_ATTRACTION}
      | stop[ ]being[ ](?:gay|lesbian|bisexual|queer|trans(?:gender)?)
      | into[ ](?:\w+[ ])?heterosexual\w*
      | free(?:dom)?[ ]from[ ](?:the[ ])?{_ATTRACTION}
      | restor(?:e|ing)[ ](?:your[ ])?heterosexuality
      | (?:become|becoming|turn[ ]you|make[ ]you)[ ](?:straight(?!-)|heterosexual)
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
    r"\b(?:not|never|no|nobody|nor|neither|none|cannot|without|against|unlike|free of|oppos\w+"
    r"|refus\w+|reject\w*|anti|critic\w*|condemn\w+|denounc\w+|ban|bans|banned|banning|illegal|unethical"
    r"|discredited|stop|end|ending|zero|(?:instead of|alternatives? to))\b"
)
_OFFERED = re.compile(rf".*\b{_OFFER}\b")
_HURT_BEFORE = re.compile(
    r"\b(?:surviv\w+|victims?|harm\w*|hurt\w*|damag\w+|trauma\w*|pain|wounds?|wounded|scars?"
    r"|abus\w+|dangers?|recover\w*|heal(?:ing)? from|escap\w+|left|after|subjected|forced|pushed"
    r"|sent|endur\w+|suffer\w*|told|fac(?:e|es|ed|ing)|underwent|went|been|gone|lived|put|grew|history"
    r"|effects?|affected|experienced|shame|offered you)(?:\W+\w+){0,5}\W*$"
)
_IS_BAD = r"(?:harm\w*|unethical|abus\w+|dangerous|wrong|banned|illegal|discredited)"
_IS_NOT_OURS = r"(?:not|never) (?:offered|provided|practi[cs]ed|part|something|supported|used)"
_HURT_AFTER = re.compile(
    r"^\W*(?:survivors?|victims?|trauma|recovery|harms?|hurts?|damages?|bans?)\b"
    rf"|^[^,]*?\b(?:(?:is|are|was|were) (?:(?:(?!not |never )\w+ )?{_IS_BAD}|{_IS_NOT_OURS})"
    r"|(?:do|does|did) not work|(?:causes?|does|do|did) (?:\w+ )?(?:harm|damage|pain)"
    r"|(?:has|have) (?:no place|harmed|hurt)|(?:i|we) (?:do not|never|oppose|reject))"
    r"|^\W*(?:never|not?)\b|\b(?:malpractice|quackery|pseudoscience)\b"
)


def offers_conversion(text: str) -> bool:
    """Tell whether a text offers an attempt to change sexual orientation or gender identity."""
    words = text.lower()
    if not any(hint in words for hint in _HINTS):
        return False
    plain = words.translate(_APOSTROPHES).replace("n't", " not")
    sentences = (" ".join(one.split()) for one in re.split(r"[.!?;\n]+", plain))
    return any(
        not _is_denied_or_deplored(*_around(sentence, found))
        for sentence in sentences
        for found in _PRACTICE.finditer(sentence)
    )


def _around(sentence: str, found: re.Match[str]) -> tuple[str, str]:
    """Return the words before and after; what is far off says nothing of what was found."""
    begin, end = found.span()
    return sentence[max(0, begin - _REACH) : begin], sentence[end : end + _REACH]


def _is_denied_or_deplored(before: str, after: str) -> bool:
    begun = [found.start() for found in _ANEW.finditer(before)]
    statement = _EMPTY_DENIAL.sub("", before[max(begun, default=0) :])
    object_of_work = _OFFERED.sub("", _EMPTY_DENIAL.sub("", before))
    return bool(
        _DENIAL.search(statement)
        or _HURT_BEFORE.search(object_of_work)
        or _HURT_AFTER.search(after)
    )
