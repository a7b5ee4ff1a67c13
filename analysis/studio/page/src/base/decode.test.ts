import { expect, it } from "vitest";
import type { Content } from "../content";
import { bytesOf, int8Of, textOfGzip, uint16Of } from "./decode";
import { reportSource } from "./report_source";

const base64 = (...bytes: number[]) => btoa(String.fromCharCode(...bytes));

async function gzipped(text: string): Promise<string> {
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream("gzip"));
  return base64(...new Uint8Array(await new Response(stream).arrayBuffer()));
}

it("reads base64 with white space around it", () => {
  expect([...bytesOf("\n AQID \n")]).toEqual([1, 2, 3]);
});

it("reads little-endian 16-bit numbers", () => {
  expect([...uint16Of(base64(1, 0, 0, 1, 255, 255))]).toEqual([1, 256, 65535]);
  expect([...uint16Of("")]).toEqual([]);
});

it("reads signed bytes", () => {
  expect([...int8Of(base64(0, 100, 156, 255))]).toEqual([0, 100, -100, -1]);
});

it("unpacks gzip and keeps letters beyond ASCII", async () => {
  const text = "“Café” −5 €".repeat(1000);
  expect(await textOfGzip(await gzipped(text))).toBe(text);
});

it("refuses what is no gzip", async () => {
  await expect(textOfGzip(btoa("no gzip"))).rejects.toThrow();
});

const content = {
  arms: [{ name: "baseline" }, { name: "bot" }],
  decisions: [{ arm: 1, explanation: { leans_on: { people: 5 } } }],
  customers: null,
  lives: [{ person: 7, why: "", arms: [] }],
} as unknown as Content;

it("a report answers from its own content, unpacked once", async () => {
  const source = reportSource(await gzipped(JSON.stringify(content)));
  expect(source.is_live).toBe(false);
  expect(await source.content()).toBe(await source.content());
  expect(await source.customers(10)).toBeNull();
  expect((await source.life(7)).person).toBe(7);
  expect(await source.leaning("bot")).toEqual({ people: 5 });
  expect(await source.leaning("baseline")).toBeNull();
});

it("a report says that a life is not in it", async () => {
  const source = reportSource(await gzipped(JSON.stringify(content)));
  await expect(source.life(8)).rejects.toThrow("not in this report");
});
