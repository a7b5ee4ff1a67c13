// The time of the moving map: plays, pauses, jumps; tells every frame to whoever draws.
export const speeds = [1, 3, 7, 14, 30]; // days a second
const secondsOnTheWay = 0.85; // that a dot takes along a line, at any speed
const secondsBetweenLabels = 0.12;
const evening = 0.999; // of a day that is gone to
const longestFrame = 0.1; // seconds; after a pause of the browser nothing jumps

const hasMedia = typeof matchMedia === "function";
const calm = hasMedia ? matchMedia("(prefers-reduced-motion: reduce)") : null;

export class Clock {
  day = $state(0); // what labels show; while playing a few times a second
  isPlaying = $state(false);
  speed = $state(7);
  isCalm = $state(calm?.matches ?? false); // days are stepped, nothing glides
  #days = $state(1);
  time = 0; // days of results with a fraction
  #frame = 0;
  #before = 0;
  #sinceLabel = 0;
  #drawers = new Set<() => void>();

  get days() {
    return this.#days;
  }
  set days(days: number) {
    this.#days = Math.max(1, days);
    if (this.time > this.lastDay) this.go(this.lastDay);
  }
  get lastDay() {
    return this.#days - 1;
  }
  get travel() {
    return this.isCalm ? 0 : this.speed * secondsOnTheWay;
  }

  // Follows the reader's wish for little motion; call it in an effect.
  follow() {
    const change = () => (this.isCalm = calm?.matches ?? false);
    calm?.addEventListener("change", change);
    return () => {
      calm?.removeEventListener("change", change);
      this.pause();
      cancelAnimationFrame(this.#frame);
      this.#frame = 0;
    };
  }
  onFrame(draw: () => void) {
    this.#drawers.add(draw);
    this.redraw();
    return () => {
      this.#drawers.delete(draw);
    };
  }
  redraw() {
    if (this.#frame === 0) this.#frame = requestAnimationFrame((now) => this.#tick(now));
  }

  play() {
    if (this.time >= this.lastDay) this.time = 0;
    this.isPlaying = true;
    this.#before = 0;
    this.redraw();
  }
  pause() {
    this.isPlaying = false;
    this.day = Math.floor(this.time);
  }
  toggle() {
    if (this.isPlaying) this.pause();
    else this.play();
  }
  go(day: number) {
    this.day = Math.min(this.lastDay, Math.max(0, Math.floor(day)));
    this.time = this.day + evening;
    this.redraw();
  }

  #tick(now: number) {
    this.#frame = 0;
    if (this.isPlaying) {
      const seconds = this.#before === 0 ? 0 : Math.min(longestFrame, (now - this.#before) / 1000);
      this.#before = now;
      this.#advance(seconds);
    }
    for (const draw of this.#drawers) draw();
    if (this.isPlaying) this.redraw();
  }
  #advance(seconds: number) {
    this.time = Math.min(this.lastDay + evening, this.time + seconds * this.speed);
    this.#sinceLabel += seconds;
    if (this.#sinceLabel >= secondsBetweenLabels) {
      this.#sinceLabel = 0;
      this.day = Math.floor(this.time);
    }
    if (this.time >= this.lastDay + evening) this.pause();
  }
}
