// The two hosts of the functions, started for a suite: the native one, and Cloudflare's runtime (workerd, by miniflare).
//
// Takes the built site and, if anybody is to be told, an operator's file of deliveries; gives an address, a way to stop, how many submissions are stored, and a way
// to have told again what was told. Each host has a store of its own, empty at the start.

import { execFile, spawn } from "node:child_process";
import { mkdtemp, readFile, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

/** How long a host may take to say where it listens, in milliseconds. */
const PATIENCE = 30_000;

/** Where things are, as `cargo xtask` tells. */
export function places() {
  const named = (name) => process.env[name] ?? fail(`${name} is not set: run this suite by cargo xtask`);
  return {
    program: named("COLIBRI_PROGRAM"),
    site: named("COLIBRI_SITE"),
    root: named("COLIBRI_ROOT"),
    edge: named("COLIBRI_EDGE"),
  };
}

function fail(message) {
  throw new Error(message);
}

/** Starts a program that prints the address it listens on, and waits for that. */
export async function startProgram(program, args, options = {}) {
  const child = spawn(program, args, { stdio: ["ignore", "pipe", "pipe"], ...options });
  const ended = new Promise((resolve) => child.once("exit", resolve));
  const url = await addressOf(child, [program, ...args].join(" "));
  const stop = async () => {
    child.kill("SIGTERM");
    await ended;
  };
  return { url, stop };
}

function addressOf(child, line) {
  return new Promise((resolve, reject) => {
    let said = "";
    const timer = setTimeout(() => {
      child.kill("SIGKILL");
      reject(new Error(`${line} did not say where it listens:\n${said}`));
    }, PATIENCE);
    const hear = (chunk) => {
      said += chunk;
      const address = said.match(/http:\/\/(?:127\.0\.0\.1|localhost|\[::1\]):\d+/);
      if (address) {
        clearTimeout(timer);
        resolve(address[0]);
      }
    };
    child.stdout.on("data", hear);
    child.stderr.on("data", hear);
    child.once("error", reject);
    child.once("exit", (code) => {
      clearTimeout(timer);
      reject(new Error(`${line} ended (${code}) without an address:\n${said}`));
    });
  });
}

/** The native host: the same program that built the site, with SQLite. */
export async function startNative({ program, site }, deliveries) {
  const folder = await mkdtemp(join(tmpdir(), "colibri-host-"));
  const database = join(folder, "colibri.sqlite");
  const told = deliveries ? ["--deliveries", deliveries] : [];
  const host = await startProgram(program, ["host", "--site-folder", site, "--database", database, "--port", "0", ...told]);
  const stop = async () => {
    await host.stop();
    await rm(folder, { recursive: true, force: true });
  };
  return { url: host.url, stop, count: async () => Number(await inFile(database, COUNT)), again: () => inFile(database, AGAIN) };
}

const COUNT = "SELECT count(*) AS stored FROM submissions";
const AGAIN = "UPDATE outbox SET state = 'waiting', next_at = '2000-01-01T00:00:00.000Z' WHERE kind = 'mail' AND state = 'sent'";

/** Asks a file of SQLite from beside the host that writes it. Node 20 has no SQLite; Python has. */
async function inFile(database, sql) {
  const script = `import sqlite3, sys
with sqlite3.connect(sys.argv[1], timeout=20) as file: print((file.execute(sys.argv[2]).fetchone() or [""])[0])`;
  const { stdout } = await promisify(execFile)("python3", ["-c", script, database, sql]);
  return stdout.trim();
}

/** workerd, with D1 and the site as its assets, routed as a deployed Worker is: the functions' own paths to them, the rest to files. */
export async function startWorkerd({ program, edge, site, root }, deliveries) {
  const { Miniflare } = await import("miniflare");
  const secret = await promisify(execFile)(program, ["deliveries", deliveries]);
  const worker = new Miniflare({
    name: "colibri",
    modules: [
      { type: "ESModule", path: join(edge, "index.js") },
      { type: "CompiledWasm", path: join(edge, "index_bg.wasm") },
    ],
    modulesRoot: edge,
    compatibilityDate: "2026-01-20",
    d1Databases: { DB: "colibri" },
    bindings: { DELIVERIES: secret.stdout },
    ratelimits: { LIMITER: { simple: { limit: 60, period: 60 } } },
    assets: {
      directory: site,
      binding: "ASSETS",
      routerConfig: { has_user_worker: true, static_routing: { user_worker: ["/_/*", "/healthz"] } },
      assetConfig: { html_handling: "auto-trailing-slash", not_found_handling: "404-page" },
    },
    host: "127.0.0.1",
    port: 0,
  });
  const url = (await worker.ready).href.replace(/\/$/, "");
  const database = await worker.getD1Database("DB");
  await migrate(database, join(root, "functions/migrations"));
  // As its cron would.
  const again = async () => {
    await database.prepare(AGAIN).run();
    await (await worker.getWorker()).scheduled({ cron: "* * * * *" });
  };
  return { url, stop: () => worker.dispose(), count: () => database.prepare(COUNT).first("stored"), again };
}

/** Applies the migrations in the order of their names, statement by statement: D1's `exec` takes one line at a time. */
async function migrate(database, folder) {
  const names = (await readdir(folder)).filter((name) => name.endsWith(".sql")).sort();
  for (const name of names) {
    const sql = await readFile(join(folder, name), "utf8");
    for (const statement of statements(sql)) {
      await database.prepare(statement).run();
    }
  }
}

/** The statements of a script: split at semicolons that end a line, without comments; a trigger's body is kept whole. */
export function statements(sql) {
  const found = [];
  let current = "";
  for (const line of sql.split("\n").map((line) => line.replace(/(^|\s)--.*$/, ""))) {
    current += line + "\n";
    const open = /\bBEGIN\b/i.test(current) && !/\bEND\s*;\s*$/i.test(current);
    if (/;\s*$/.test(line) && !open) {
      found.push(current.trim());
      current = "";
    }
  }
  return current.trim() ? [...found, current.trim()] : found;
}
