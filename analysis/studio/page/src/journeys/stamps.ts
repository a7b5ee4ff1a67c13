// Dots as pixels: one stamp for each look and mood, at half pixels, so that slow dots glide.
import type { Rgb } from "../base/colours";
import { Look, looks, moods } from "./walkers";

export interface Stamp {
  dx: Int8Array; // pixels from the dot's own
  dy: Int8Array;
  alpha: Uint8Array;
  colour: Uint32Array; // opaque, as ImageData keeps it: red in the lowest byte
}
export interface Stamps {
  of: Stamp[]; // by stampOf()
  reach: number; // pixels to every side
}
export interface DotColours {
  moods: Rgb[]; // from upset to delighted
  ground: Rgb;
}

const phases = 2; // to each side
export function stampOf(look: number, mood: number, phaseX: number, phaseY: number): number {
  return ((look * moods + mood) * phases + phaseY) * phases + phaseX;
}

// Pixels of the screen; fewer people get bigger dots.
export function dotRadius(people: number, scale: number): number {
  const crowd = people > 4000 ? 1.6 : people > 1500 ? 2 : 2.4;
  return crowd * Math.min(1.5, Math.max(0.75, scale / 0.65));
}

export function stampsOf(colours: DotColours, radius: number): Stamps {
  const of: Stamp[] = [];
  const reach = Math.ceil(radius * growth(Look.moving) + 1.5);
  for (let look = 0; look < looks; ++look) {
    for (let mood = 0; mood < moods; ++mood) {
      for (let phase = 0; phase < phases * phases; ++phase) {
        const [x, y] = [(phase % phases) / phases, Math.floor(phase / phases) / phases];
        const isSquare = mood < (moods - 1) / 2;
        of.push(stamp(look, colours.moods[mood]!, colours.ground, radius, reach, x, y, isSquare));
      }
    }
  }
  return { of, reach };
}

function growth(look: Look): number {
  return look === Look.moving ? 1.3 : look === Look.faint ? 0.8 : 1;
}
function opacity(look: Look): number {
  if (look === Look.faint) return 0.25;
  return look >= Look.fading1 && look <= Look.fading3 ? 1 - 0.27 * (look - Look.fading1 + 1) : 1;
}

// Who is displeased is a square, so that colour does not speak alone.
function stamp(
  look: Look, colour: Rgb, ground: Rgb, radius: number, reach: number, x: number, y: number,
  isSquare: boolean,
): Stamp {
  const outer = Math.max(0.9, radius * growth(look));
  const hole = look === Look.prospect ? outer - Math.max(1, radius * 0.45) : -1;
  const pixels: { dx: number; dy: number; alpha: number; colour: number }[] = [];
  for (let dy = -reach; dy <= reach; ++dy) {
    for (let dx = -reach; dx <= reach; ++dx) {
      const [across, down] = [Math.abs(dx - x), Math.abs(dy - y)];
      const distance = isSquare ? Math.max(across, down) : Math.hypot(across, down);
      const cover = covered(outer - distance) * opacity(look);
      if (cover < 0.04) continue;
      const shown = mixed(colour, ground, hole > 0 ? covered(hole - distance) : 0);
      pixels.push({ dx, dy, alpha: Math.round(255 * cover), colour: packed(shown) });
    }
  }
  return {
    dx: Int8Array.from(pixels, (pixel) => pixel.dx),
    dy: Int8Array.from(pixels, (pixel) => pixel.dy),
    alpha: Uint8Array.from(pixels, (pixel) => pixel.alpha),
    colour: Uint32Array.from(pixels, (pixel) => pixel.colour),
  };
}

function covered(inside: number): number {
  return Math.min(1, Math.max(0, inside + 0.5));
}
function mixed(from: Rgb, to: Rgb, share: number): Rgb {
  return [0, 1, 2].map((i) => Math.round(from[i]! + (to[i]! - from[i]!) * share)) as unknown as Rgb;
}
function packed([red, green, blue]: Rgb): number {
  return ((255 << 24) | (blue << 16) | (green << 8) | red) >>> 0;
}

// "rgb(1,2,3)" or "#010203"
export function rgbOf(colour: string): Rgb {
  const parts = colour.startsWith("#")
    ? [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16))
    : (colour.match(/\d+/g) ?? ["0", "0", "0"]).slice(0, 3).map(Number);
  return parts as unknown as Rgb;
}
