"""The studio in a browser: everything that can be moved, saved and shared."""

import in_browser


class Studio(in_browser.Scripts):
    scripts = ["studio.mjs"]


if __name__ == "__main__":
    in_browser.main()
