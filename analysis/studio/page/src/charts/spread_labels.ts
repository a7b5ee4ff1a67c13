// Keeps labels at the ends of lines apart, as near to their lines as they can be.

export interface EndLabel {
  at: number; // where the line ends
  height: number;
}

// Places of the labels' middles between top and bottom, in the order given.
export function spreadLabels(labels: EndLabel[], top: number, bottom: number): number[] {
  const order = labels.map((_, place) => place).sort((a, b) => labels[a]!.at - labels[b]!.at);
  interface Pile {
    members: number[];
    height: number;
    middle: number;
  }
  const piles: Pile[] = [];
  const settled = (pile: Pile): Pile => {
    const wanted = pile.members.reduce((sum, member, place) => {
      const above = pile.members.slice(0, place).reduce((all, one) => all + labels[one]!.height, 0);
      return sum + labels[member]!.at - above - labels[member]!.height / 2 + pile.height / 2;
    }, 0);
    const middle = wanted / pile.members.length;
    const half = pile.height / 2;
    return { ...pile, middle: Math.max(top + half, Math.min(bottom - half, middle)) };
  };
  for (const place of order) {
    let pile = settled({ members: [place], height: labels[place]!.height, middle: 0 });
    for (let above = piles.pop(); above; above = piles.pop()) {
      if (above.middle + above.height / 2 <= pile.middle - pile.height / 2 + 1e-9) {
        piles.push(above);
        break;
      }
      const members = [...above.members, ...pile.members];
      pile = settled({ members, height: above.height + pile.height, middle: 0 });
    }
    piles.push(pile);
  }
  const middles = labels.map(() => 0);
  for (const pile of piles) {
    let edge = pile.middle - pile.height / 2;
    for (const member of pile.members) {
      middles[member] = edge + labels[member]!.height / 2;
      edge += labels[member]!.height;
    }
  }
  return middles;
}

// Cuts a label into at most three lines of about so many letters.
export function labelLines(text: string, letters: number, most = 3): string[] {
  const lines: string[] = [""];
  for (const word of text.split(" ")) {
    const line = `${lines[lines.length - 1]} ${word}`.trim();
    if (line.length <= letters || lines[lines.length - 1] === "") lines[lines.length - 1] = line;
    else lines.push(word);
  }
  const shown = lines.slice(0, most);
  if (lines.length > most) shown[most - 1] += "…";
  return shown.map((line) => (line.length > letters + 1 ? `${line.slice(0, letters)}…` : line));
}
