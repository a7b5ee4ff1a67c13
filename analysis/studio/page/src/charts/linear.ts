// A scale from values to pixels. It and the round steps of ticks.ts are all that the charts need
// of scales; d3-scale brings ten KiB of formats, dates and colours with it.
export interface Linear {
  (value: number): number;
  invert(pixel: number): number;
}

type Ends = readonly [number, number];

export function linear(domain: Ends, range: Ends): Linear {
  const [from, to] = domain;
  const [start, end] = range;
  const slope = to === from ? 0 : (end - start) / (to - from);
  const scale = (value: number) => start + (value - from) * slope;
  return Object.assign(scale, {
    invert: (pixel: number) => (slope === 0 ? from : from + (pixel - start) / slope),
  });
}
