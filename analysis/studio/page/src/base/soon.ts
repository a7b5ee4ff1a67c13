// Work that can wait until its place comes near the window, or until the browser has time for it.
const reach = "50% 0px"; // beyond the window
const waiting = new Map<Element, () => void>();
const atLeisure = globalThis.requestIdleCallback ?? ((work: () => void) => setTimeout(work, 50));
let isAsked = false;

const sight =
  typeof IntersectionObserver === "function"
    ? new IntersectionObserver(
        (found) => found.forEach((one) => one.isIntersecting && begin(one.target)),
        { rootMargin: reach },
      )
    : null;

// Call it in an effect; what it returns takes the work back.
export function soon(place: Element, work: () => void): () => void {
  waiting.set(place, work);
  sight?.observe(place);
  ask();
  return () => end(place);
}

function begin(place: Element) {
  const work = waiting.get(place);
  end(place);
  work?.();
}
function end(place: Element) {
  waiting.delete(place);
  sight?.unobserve(place);
}

// One at a time, so that nobody waits long for anything else.
function ask() {
  if (isAsked || waiting.size === 0) return;
  isAsked = true;
  atLeisure(() => {
    isAsked = false;
    const [next] = waiting.keys();
    if (next) begin(next);
    ask();
  });
}
