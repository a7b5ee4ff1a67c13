// Asks once the questions have paused, and forgets every answer but the latest question's.

export class Latest {
  #pause: number;
  #asked = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(pause: number) {
    this.#pause = pause;
  }

  // `answered` and `failed` are called for the latest question alone. The work is told how to find
  // out whether it still is.
  ask<T>(
    work: (isLatest: () => boolean) => Promise<T>,
    answered: (answer: T) => void,
    failed: (problem: unknown) => void,
    pause = this.#pause,
  ): void {
    const number = ++this.#asked;
    const isLatest = () => number === this.#asked;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      work(isLatest).then(
        (answer) => void (isLatest() && answered(answer)),
        (problem: unknown) => void (isLatest() && failed(problem)),
      );
    }, pause);
  }

  // Whatever is asked or on its way is no longer wanted.
  forget(): void {
    ++this.#asked;
    clearTimeout(this.#timer);
  }
}
