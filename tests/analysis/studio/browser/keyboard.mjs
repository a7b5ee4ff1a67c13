// A visitor who has a keyboard alone.
import assert from "node:assert/strict";

// Goes on with Tab until the target has the focus, and sees that it has.
export async function tabTo(page, target, { back = false, most = 400 } = {}) {
  const key = back ? "Shift+Tab" : "Tab";
  for (let presses = 0; presses < most; ++presses) {
    await page.keyboard.press(key);
    if (await target.evaluate((element) => element === document.activeElement)) {
      assert.ok(await target.evaluate(isFocusSeen), `the focus cannot be seen on ${target}`);
      return presses + 1;
    }
  }
  assert.fail(`${most} tabs do not reach ${target}`);
}

export async function pressOn(page, target, key = "Enter", how = {}) {
  await tabTo(page, target, how);
  await page.keyboard.press(key);
}

function isFocusSeen(element) {
  const outlined = (one) => {
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(one);
    return (outlineStyle !== "none" && outlineWidth !== "0px") || boxShadow !== "none";
  };
  return [element, element.closest("label")].some((one) => one !== null && outlined(one));
}
