"""How the report looks at every width, light, dark and printed."""

import in_browser


class ReportLooks(in_browser.Scripts):
    scripts = ["report_looks.mjs"]


if __name__ == "__main__":
    in_browser.main()
