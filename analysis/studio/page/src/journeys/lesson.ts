// What the two pictures of satisfaction teach, in one sentence.
import { percent } from "../base/format";
import type { Content, Maybe } from "../content";
import { journeyShares, overall, touchpointShares, weighted } from "./satisfaction";

const worthTelling = 0.05;

export function lessonOf(
  content: Content, arm: number, month: number, flows: readonly number[],
): string {
  const { contacts, journeys } = overall(content, arm, month);
  if (contacts === null || journeys === null) {
    return "Nobody was asked this month, so there is nothing to compare.";
  }
  if (contacts - journeys >= worthTelling) {
    return (
      `${percent(contacts)} of contacts satisfy, but only ${percent(journeys)} of journeys do: ` +
      "contacts that each department counts as good add up to less for the customer."
    );
  }
  const worst = widestGap(content, arm, month, flows);
  const all = `${percent(contacts)} of contacts and ${percent(journeys)} of journeys satisfy`;
  if (!worst) return `${all}: here the two pictures agree.`;
  return (
    `“${worst.title}” satisfies ${percent(worst.contacts)} at its touchpoints, but only ` +
    `${percent(worst.own)} as a whole journey: small disappointments add up. ` +
    `Over all, ${all}.`
  );
}

interface Gap {
  title: string;
  own: number;
  contacts: number;
}

// The journey that falls shortest of the touchpoints it runs through.
function widestGap(
  content: Content, arm: number, month: number, flows: readonly number[],
): Gap | null {
  const ofTouchpoint = touchpointShares(content, arm, month);
  const own = journeyShares(content, arm, month);
  let widest: Gap | null = null;
  content.journeys.forEach(({ title }, journey) => {
    const shares: Maybe[] = content.map.links.map((link) => {
      const touchpoint = content.map.places[link.to]?.touchpoint ?? null;
      const belongs = link.journey === journey && touchpoint !== null;
      return belongs ? (ofTouchpoint[touchpoint] ?? null) : null;
    });
    const contacts = weighted(shares, flows);
    const share = own[journey] ?? null;
    if (contacts === null || share === null || contacts - share < worthTelling) return;
    if (!widest || contacts - share > widest.contacts - widest.own) {
      widest = { title, own: share, contacts };
    }
  });
  return widest;
}
