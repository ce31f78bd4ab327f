// Runs the behaviour suite against one host, named on the command line: `native` or `workerd`.
//
// The suite is made of files of their own, run one after the other, told by COLIBRI_BASE_URL where to ask: so nothing in them can know which host answers. At
// COLIBRI_COUNT_URL they learn how many submissions the host has stored, which no visitor is told.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:http";
import { fileURLToPath } from "node:url";

import { places, startNative, startWorkerd } from "./hosts.mjs";
import { addVariants } from "./variants.mjs";

const hosts = { native: startNative, workerd: startWorkerd };
const start = hosts[process.argv[2]];
if (!start) {
  console.error(`usage: run.mjs ${Object.keys(hosts).join("|")}`);
  process.exit(2);
}

await addVariants(places().site);
const host = await start(places());
const counter = createServer(async (_, answer) => answer.end(String(await host.count())));
await once(counter.listen(0, "127.0.0.1"), "listening");
const suite = ["behaviour.test.mjs", "survey.test.mjs", "policy.test.mjs"].map((name) => fileURLToPath(new URL(name, import.meta.url)));
const runner = spawn(process.execPath, ["--test", "--test-concurrency=1", "--test-reporter=spec", ...suite], {
  stdio: ["ignore", "inherit", "inherit"],
  env: { ...process.env, COLIBRI_BASE_URL: host.url, COLIBRI_COUNT_URL: `http://127.0.0.1:${counter.address().port}/` },
});
const code = await new Promise((resolve) => runner.once("exit", (code) => resolve(code ?? 1)));
counter.close();
await host.stop();
process.exit(code);
