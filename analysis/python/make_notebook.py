"""Makes first_look.ipynb from first_look.py: the same cells, without outputs.

Usage: python3 make_notebook.py

The script is in the percent format: "# %%" opens a cell of code, "# %% [markdown]" one of text. What stands before the
first cell, and a cell tagged active-py, belong to the script alone.
"""

import json
import pathlib

SCRIPT = pathlib.Path(__file__).with_name("first_look.py")
NOTEBOOK = SCRIPT.with_suffix(".ipynb")
PYTHON = {"kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
          "language_info": {"name": "python"}}


def chunks_of(script):
    """(marker, lines) of every cell."""
    marker, lines = None, []
    for line in script.splitlines():
        if line.startswith("# %%"):
            if marker is not None:
                yield marker, lines
            marker, lines = line, []
        else:
            lines.append(line)
    if marker is not None:
        yield marker, lines


def source_of(lines):
    """As the format wants it: every line with its end, but for the last."""
    return "\n".join(lines).strip("\n").splitlines(keepends=True)


def cells_of(script):
    for marker, lines in chunks_of(script):
        if "active-py" in marker:
            continue
        if "[markdown]" in marker:
            text = [line.removeprefix("#").removeprefix(" ") for line in lines if line.startswith("#")]
            yield {"cell_type": "markdown", "metadata": {}, "source": source_of(text)}
        else:
            yield {"cell_type": "code", "execution_count": None, "metadata": {}, "outputs": [],
                   "source": source_of(lines)}


def notebook_of(script):
    """The notebook's text, nbformat 4.5; cells are numbered, so the same script gives the same bytes."""
    cells = [{"id": f"cell-{number:02}", **cell} for number, cell in enumerate(cells_of(script), start=1)]
    notebook = {"cells": cells, "metadata": PYTHON, "nbformat": 4, "nbformat_minor": 5}
    return json.dumps(notebook, indent=1, ensure_ascii=False, sort_keys=True) + "\n"


def main():
    NOTEBOOK.write_text(notebook_of(SCRIPT.read_text(encoding="utf-8")), encoding="utf-8")


if __name__ == "__main__":
    main()
