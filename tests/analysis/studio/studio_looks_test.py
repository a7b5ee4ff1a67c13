"""How the studio looks at every width, light and dark."""

import in_browser


class StudioLooks(in_browser.Scripts):
    scripts = ["studio_looks.mjs"]


if __name__ == "__main__":
    in_browser.main()
