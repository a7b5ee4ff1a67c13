// Contacts of a life in words and as a table.
import { feelingWord } from "../base/colours";
import { dayLabel, number } from "../base/format";
import type { Table } from "../base/table";
import type { Content, Diary, LifeContact } from "../content";

const two = { decimals: 2, percent: false };

function titleIn(list: readonly { name: string; title: string }[], name: string): string {
  return list.find((one) => one.name === name)?.title ?? name;
}

export interface ContactWords {
  date: string;
  touchpoint: string;
  journey: string;
  how: string; // "a human answered after 4 minutes, and it worked"
  figures: { title: string; value: string; word?: string }[];
}

function howWords({ answered_by, failed, wait }: LifeContact): string {
  const worked = failed ? "it failed" : "it worked";
  if (answered_by === "nobody") return worked;
  const minutes = Math.round(wait);
  const after =
    minutes < 1 ? "at once" : `after ${minutes} ${minutes === 1 ? "minute" : "minutes"}`;
  return `a ${answered_by} answered ${after}, ${failed ? "but" : "and"} ${worked}`;
}

export function contactWords(contact: LifeContact, content: Content): ContactWords {
  const figure = (title: string, value: number, word?: string) => ({
    title,
    value: number(value, two),
    ...(word === undefined ? {} : { word }),
  });
  return {
    date: dayLabel(content.start_date, contact.day),
    touchpoint: titleIn(content.touchpoints, contact.touchpoint),
    journey: titleIn(content.journeys, contact.journey),
    how: howWords(contact),
    figures: [
      figure("expectation", contact.expected),
      figure("perceived quality", contact.perceived),
      figure("trust", contact.trust),
      figure("valence", contact.valence, feelingWord(contact.valence)),
    ],
  };
}

// For screen readers, in one breath.
export function spokenContact(contact: LifeContact, content: Content): string {
  const { date, touchpoint, journey, how, figures } = contactWords(contact, content);
  const told = figures.map(({ title, value }) => `${title} ${value}`).join(", ");
  return `${date}, ${touchpoint}, ${journey}: ${how}; ${told}`;
}

export function contactsTable(diary: Diary, title: string, content: Content): Table {
  const figure = (name: string) => ({ title: name, format: two });
  return {
    caption: title,
    columns: [
      { title: "Date" },
      { title: "Day", format: { decimals: 0, percent: false } },
      { title: "Journey" },
      { title: "Touchpoint" },
      { title: "Answered by" },
      { title: "Outcome" },
      { title: "Wait", unit: "minutes", format: { decimals: 1, percent: false } },
      { ...figure("Expectation"), term: "expectation" },
      { ...figure("Perceived quality"), term: "perceived quality" },
      { ...figure("Gap"), signed: true, term: "gap" },
      { ...figure("Reaction"), signed: true },
      { ...figure("Valence"), signed: true, term: "valence" },
      { ...figure("Trust"), term: "trust" },
      { ...figure("Satisfaction"), signed: true },
    ],
    rows: diary.contacts.map((c) => ({
      header: dayLabel(content.start_date, c.day),
      cells: [
        c.day, titleIn(content.journeys, c.journey), titleIn(content.touchpoints, c.touchpoint),
        c.answered_by, c.failed ? "failed" : "worked", c.wait, c.expected, c.perceived, c.gap,
        c.reaction, c.valence, c.trust, c.satisfaction,
      ],
    })),
  };
}
