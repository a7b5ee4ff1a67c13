import { expect, it, vi } from "vitest";
import type { Content, Life } from "../content";
import { studioSource, type Asks } from "./studio_source";

function asks(): Asks {
  return {
    content: vi.fn(async () => ({ schema: 1 }) as Content),
    customers: vi.fn(async () => null),
    lives: vi.fn(async () => []),
    life: vi.fn(async (_: number, person: number) => ({ person }) as Life),
    leaning: vi.fn(async () => null),
  };
}

it("asks for its own run, and once for each thing", async () => {
  const server = asks();
  const source = studioSource(3, server);
  expect(source.is_live).toBe(true);
  await source.life(4);
  await source.life(4);
  expect((await source.life(5)).person).toBe(5);
  expect(server.life).toHaveBeenCalledTimes(2);
  expect(server.life).toHaveBeenCalledWith(3, 4);
  await source.customers(100);
  expect(server.customers).toHaveBeenCalledWith(3, 100);
});

it("asks again for what failed", async () => {
  const server = asks();
  server.lives = vi.fn().mockRejectedValueOnce(new Error("busy")).mockResolvedValue([]);
  const source = studioSource(1, server);
  await expect(source.lives()).rejects.toThrow("busy");
  expect(await source.lives()).toEqual([]);
});
