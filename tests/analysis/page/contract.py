"""The members that the page's TypeScript says its JSON has, read out of content.ts."""

import os
import pathlib
import re

CONTRACT = pathlib.Path(os.environ["SOURCE_DIR"]) / "analysis" / "studio" / "page" / "src" / "content.ts"


def members():
    """By interface: the names of its members that are always there, those it extends included."""
    text = re.sub(r"//[^\n]*", "", CONTRACT.read_text(encoding="utf-8"))
    found = {}
    for name, parent, rest in re.findall(r"export interface (\w+)(?: extends (\w+))? \{(.*?\n)\}", text, re.DOTALL):
        found[name] = set(found.get(parent, ())) | outermost(rest)
    return found


def outermost(body):
    """Names before a colon that stand in no inner braces or brackets."""
    names, depth = set(), 0
    for part in re.split(r"([{}\[\]<>()])", body):
        if part and part in "{[<(":
            depth += 1
        elif part and part in "}]>)":
            depth -= 1
        elif depth == 0:
            names |= set(re.findall(r"(?:^|[;\n])\s*(\w+):", part))
    return names
