// The program as a visitor calls it: its runs, their numbers as JSON, and a studio that serves.
import { execFile, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";
import { promisify } from "node:util";

export const program = process.env.CXSIM;
export const source = process.env.SOURCE_DIR;
const patience = 120_000; // milliseconds until a studio must have printed its link
const run = promisify(execFile);

export function scratchFolder() {
  const folder = mkdtempSync(path.join(tmpdir(), "cxsim-page-"));
  process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export async function cxsim(folder, ...words) {
  const { stdout } = await run(program, words.map(String), { cwd: folder, maxBuffer: 1 << 28 });
  return stdout;
}

export async function numbers(folder, ...words) {
  return JSON.parse(await cxsim(folder, ...words, "--json"));
}

export const scenario = (name) => path.join(source, "scenarios", `${name}.toml`);

// The same words as from a terminal, with cxsim on the path.
export async function inShell(folder, command) {
  const PATH = `${path.dirname(program)}:${process.env.PATH}`;
  const { stdout } = await run("bash", ["-c", command], {
    cwd: folder, env: { ...process.env, PATH }, maxBuffer: 1 << 28,
  });
  return stdout;
}

// The tree's own build is begun as a newcomer begins it.
function startOf(words) {
  const isBuilt = program === path.join(source, "build/release/cxsim");
  return isBuilt ? [path.join(source, "dev"), ["studio", ...words]] : [program, ["studio", ...words]];
}

export async function startStudio(...words) {
  const [command, more] = startOf(["--no-open", ...words.map(String)]);
  const process_ = spawn(command, more, { stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  process_.stderr.on("data", (text) => (said += text));
  const ended = new Promise((over) => process_.on("exit", (status, signal) => over({ status, signal, said })));
  process.on("exit", () => process_.kill("SIGKILL"));
  const link = await new Promise((ready, failed) => {
    createInterface({ input: process_.stdout }).once("line", ready);
    ended.then(() => failed(new Error(`the studio ended: ${said}`)));
    setTimeout(() => failed(new Error(`the studio printed no link: ${said}`)), patience).unref();
  });
  return {
    link,
    address: new URL(link).origin,
    isRunning: () => process_.exitCode === null && process_.signalCode === null,
    stop(signal = "SIGINT") {
      process_.kill(signal);
      return ended;
    },
  };
}
