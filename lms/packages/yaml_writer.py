"""Writes plain data as YAML that people read and git compares: one way of writing, whatever the machine."""

from __future__ import annotations

from typing import Any

import yaml

LONG = 80
_NEVER_FOLD = 2**31


class _Dumper(yaml.SafeDumper):
    """The pure Python dumper, because the C one chooses other styles."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        return super().increase_indent(flow, False)

    def ignore_aliases(self, data: Any) -> bool:
        return True


def _string(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    style = "|" if "\n" in text or len(text) > LONG else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


_Dumper.add_representer(str, _string)


def dump(plain: dict[str, Any]) -> bytes:
    """Return `plain` (dicts, lists, strings, whole numbers, yes/no) as UTF-8 YAML; keys keep their order."""
    text: str = yaml.dump(
        plain,
        Dumper=_Dumper,
        allow_unicode=True,
        default_flow_style=False,
        sort_keys=False,
        width=_NEVER_FOLD,
    )
    return text.encode("utf-8")
