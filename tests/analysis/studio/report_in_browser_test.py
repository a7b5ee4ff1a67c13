"""The report in a browser, opened as a file: its numbers, its map, its tables, its lives."""

import in_browser


class Report(in_browser.Scripts):
    scripts = ["report.mjs", "map.mjs", "figures.mjs", "lives.mjs"]


if __name__ == "__main__":
    in_browser.main()
