// Lays the dots down as pixels of one picture; without a graphics card this is the fastest way.
import { stampOf, type Stamps } from "./stamps";
import { Look, looks, moods, type Walkers } from "./walkers";

const opaque = 255;

export class DotPicture {
  readonly #image: ImageData;
  readonly #pixels: Uint32Array;
  readonly #starts = new Uint32Array(looks * moods + 1);
  #order = new Uint32Array(0);

  constructor(image: ImageData) {
    this.#image = image;
    this.#pixels = new Uint32Array(image.data.buffer);
  }

  draw(context: CanvasRenderingContext2D, walkers: Walkers, stamps: Stamps, scale: number) {
    this.#pixels.fill(0);
    const shown = this.#sort(walkers);
    for (let i = 0; i < shown; ++i) this.#lay(walkers, this.#order[i]!, stamps, scale);
    context.putImageData(this.#image, 0, 0);
  }

  #lay(walkers: Walkers, person: number, stamps: Stamps, scale: number) {
    const { width, height } = this.#image;
    const x2 = Math.round(walkers.x[person]! * scale * 2);
    const y2 = Math.round(walkers.y[person]! * scale * 2);
    const [x, y] = [x2 >> 1, y2 >> 1];
    const { reach } = stamps;
    if (x < reach || y < reach || x >= width - reach || y >= height - reach) return;
    const { dx, dy, alpha, colour } =
      stamps.of[stampOf(walkers.look[person]!, walkers.mood[person]!, x2 & 1, y2 & 1)]!;
    const pixels = this.#pixels;
    for (let k = 0; k < dx.length; ++k) {
      const at = (y + dy[k]!) * width + x + dx[k]!;
      pixels[at] = alpha[k] === opaque ? colour[k]! : over(pixels[at]!, colour[k]!, alpha[k]!);
    }
  }

  // People of one look and mood after each other, the moving ones last and so on top.
  #sort({ look, mood }: Walkers): number {
    const starts = this.#starts.fill(0);
    if (this.#order.length < look.length) this.#order = new Uint32Array(look.length);
    for (let k = 0; k < look.length; ++k) {
      if (look[k] !== Look.hidden) ++starts[look[k]! * moods + mood[k]! + 1]!;
    }
    for (let i = 1; i < starts.length; ++i) starts[i]! += starts[i - 1]!;
    const shown = starts[starts.length - 1]!;
    for (let k = 0; k < look.length; ++k) {
      if (look[k] !== Look.hidden) this.#order[starts[look[k]! * moods + mood[k]!]!++] = k;
    }
    return shown;
  }
}

// A colour over what is there: mixed with what is opaque, or alone if that shows more of it.
export function over(below: number, colour: number, alpha: number): number {
  const depth = below >>> 24;
  if (depth !== opaque) return depth >= alpha ? below : ((colour & 0xffffff) | (alpha << 24)) >>> 0;
  const rest = 255 - alpha;
  const red = ((below & 255) * rest + (colour & 255) * alpha) >> 8;
  const green = (((below >> 8) & 255) * rest + ((colour >> 8) & 255) * alpha) >> 8;
  const blue = (((below >> 16) & 255) * rest + ((colour >> 16) & 255) * alpha) >> 8;
  return ((opaque << 24) | (blue << 16) | (green << 8) | red) >>> 0;
}
