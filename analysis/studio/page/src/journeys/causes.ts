// The upstream causes of a touchpoint's contacts as a reader wants them: named, the largest first.
import type { Reason } from "../content";

export interface Cause {
  title: string;
  kind: Reason["kind"];
  share: number;
  contacts: number; // a month
}

const mostShown = 7;

export function causesOf(reasons: readonly Reason[], arm: number, touchpoint: number): Cause[] {
  const own = reasons.filter((one) => one.arm === arm && one.touchpoint === touchpoint);
  const causes = own
    .filter((one) => one.share > 0)
    .map(({ kind, share, contacts, upstream }) => {
      return { title: titleOf(kind, upstream), kind, share, contacts };
    })
    .sort((a, b) => b.share - a.share);
  if (causes.length <= mostShown) return causes;
  const rest = causes.slice(mostShown - 1);
  const sum = (of: (cause: Cause) => number) => rest.reduce((total, one) => total + of(one), 0);
  return [
    ...causes.slice(0, mostShown - 1),
    {
      title: `${rest.length} further causes`,
      kind: "touchpoint",
      share: sum((one) => one.share),
      contacts: sum((one) => one.contacts),
    },
  ];
}

function titleOf(kind: Reason["kind"], upstream: string): string {
  if (kind === "own_need") return "Their own need";
  return kind === "touchpoint" ? `After a failure at ${upstream}` : `Root cause: ${upstream}`;
}
