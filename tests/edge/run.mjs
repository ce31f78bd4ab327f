// Runs the behaviour suite against one host, named on the command line: `native` or `workerd`.
//
// The suite is a file of its own, told by COLIBRI_BASE_URL where to ask: so nothing in it can know which host answers.

import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

import { places, startNative, startWorkerd } from "./hosts.mjs";

const hosts = { native: startNative, workerd: startWorkerd };
const start = hosts[process.argv[2]];
if (!start) {
  console.error(`usage: run.mjs ${Object.keys(hosts).join("|")}`);
  process.exit(2);
}

const host = await start(places());
const suite = fileURLToPath(new URL("behaviour.test.mjs", import.meta.url));
const runner = spawn(process.execPath, ["--test", "--test-reporter=spec", suite], {
  stdio: ["ignore", "inherit", "inherit"],
  env: { ...process.env, COLIBRI_BASE_URL: host.url },
});
const code = await new Promise((resolve) => runner.once("exit", (code) => resolve(code ?? 1)));
await host.stop();
process.exit(code);
