// Tests that go on from where the one before them ended: after a failure the rest would only wait.
import test from "node:test";

export function inTurn() {
  let broken = "";
  return (name, steps) =>
    test(name, async (context) => {
      if (broken) return context.skip(`"${broken}" failed`);
      try {
        await steps(context);
      } catch (problem) {
        broken = name;
        throw problem;
      }
    });
}
