"""The guided lessons in a browser, by mouse and by keyboard alone."""

import in_browser


class Lessons(in_browser.Scripts):
    scripts = ["lessons.mjs"]


if __name__ == "__main__":
    in_browser.main()
