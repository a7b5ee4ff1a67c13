// Which arms are looked at: the reader can hide some in the legend, for every view alike.
import { address } from "./address.svelte";

// The hidden ones stand in the address, so that a new arm is seen.
export function isArmShown(arm: number): boolean {
  return !hiddenArms().includes(arm);
}
export function hiddenArms(): number[] {
  return (address.get("hide") ?? "").split(".").filter((part) => part !== "").map(Number);
}
export function showArm(arm: number, shown: boolean) {
  const hidden = hiddenArms().filter((other) => other !== arm);
  if (!shown) hidden.push(arm);
  address.set({ hide: hidden.length === 0 ? null : hidden.sort((a, b) => a - b).join(".") });
}
