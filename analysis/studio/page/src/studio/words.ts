// The same few words wherever a control is spoken of.

import type { Control } from "../studio_api";

const TAGS: Record<Control["tag"], string> = {
  published: "A published value",
  derived: "Derived from or fitted to a published value",
  assumption: "An assumption: nobody has measured it",
  choice: "A choice: the firm's or yours",
};

export function tagWords({ tag, source }: Control): string {
  const isSaid = source === "" || source === "model assumption";
  return isSaid ? TAGS[tag] : `${TAGS[tag]} (${source})`;
}
