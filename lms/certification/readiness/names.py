"""What the codes in the schemes that ship with the product are called in Dutch.

A scheme holds codes, because names of lessons and series change. Whoever shows a scheme may bring more names.
"""

from collections.abc import Mapping

BASIC_TRAINING = "basistraining"
AGREEMENT = "vrijwilligersovereenkomst"
SECRECY = "geheimhouding"
VOG = "vog"
CLOSING_TALK = "closing_talk"

CLOSING_TALK_POINTS: Mapping[str, str] = {
    "stabiel": "Stabiel en afstand nemen",
    "inschatten": "Inschatten",
    "verduidelijken": "Verduidelijken",
    "welzijn": "Letten op welzijn",
    "behoefte": "Behoefte voorop",
    "signaleren": "Signaleren",
    "grenzen": "Grenzen",
}
"""The seven points of the closing talk (content/basistraining-oco/closing-talk.yaml), code and title."""

LIFE_DOMAINS: Mapping[str, str] = {
    "wmo": "Wmo",
    "jeugd": "jeugd",
    "werk_en_inkomen": "werk en inkomen",
    "passend_onderwijs": "passend onderwijs",
}


def deepening_of(domain: str) -> str:
    """The code of the talk that goes deeper into a life domain."""
    return f"deepening_{domain}"


NAMES: Mapping[str, str] = {
    BASIC_TRAINING: "basistraining",
    AGREEMENT: "vrijwilligersovereenkomst",
    SECRECY: "geheimhouding",
    VOG: "VOG",
    CLOSING_TALK: "eindgesprek",
    **CLOSING_TALK_POINTS,
    deepening_of("wmo"): "verdiepingsgesprek over de Wmo",
    deepening_of("jeugd"): "verdiepingsgesprek over jeugd",
    deepening_of("werk_en_inkomen"): "verdiepingsgesprek over werk en inkomen",
    deepening_of("passend_onderwijs"): "verdiepingsgesprek over passend onderwijs",
}


def name_of(code: str, names: Mapping[str, str]) -> str:
    """What `code` is called: by `names`, else by NAMES, else the code itself between quotes."""
    return names.get(code) or NAMES.get(code) or f"‘{code}’"
