// The source of a report: everything lies packed in the page itself.
import type { Content } from "../content";
import type { Source } from "../source";
import { textOfGzip } from "./decode";

export function reportElement(): HTMLElement | null {
  return document.getElementById("content");
}

export function reportSource(packed: string): Source {
  let content: Promise<Content> | null = null;
  const unpack = () => (content ??= textOfGzip(packed).then((text) => JSON.parse(text) as Content));
  return {
    is_live: false,
    content: unpack,
    customers: async () => (await unpack()).customers,
    lives: async () => (await unpack()).lives,
    life: async (person) => {
      const life = (await unpack()).lives.find((one) => one.person === person);
      if (!life) throw new Error(`The life of person ${person} is not in this report.`);
      return life;
    },
    leaning: async (arm) => {
      const { arms, decisions } = await unpack();
      const decision = decisions.find((one) => arms[one.arm]?.name === arm);
      return decision?.explanation?.leans_on ?? null;
    },
  };
}
