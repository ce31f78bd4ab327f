// Runs the behaviour suite against one host, named on the command line: `native` or `workerd`.
//
// The suite is made of files of their own, run one after the other, told by COLIBRI_BASE_URL where to ask: so nothing in them can know which host answers. At
// COLIBRI_COUNT_URL they learn what no visitor is told: how many submissions are stored, and what others were told of them.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:http";
import { fileURLToPath } from "node:url";

import { startPost } from "./post.mjs";
import { places, startNative, startWorkerd } from "./hosts.mjs";
import { addVariants } from "./variants.mjs";

const hosts = { native: startNative, workerd: startWorkerd };
const start = hosts[process.argv[2]];
if (!start) {
  console.error(`usage: run.mjs ${Object.keys(hosts).join("|")}`);
  process.exit(2);
}

await addVariants(places().site);
const others = await startPost();
const host = await start(places(), others.file);
const asides = {
  "/": () => host.count(),
  "/told": () => ({ letters: others.letters, posts: others.posts }),
  "/again": async () => (await host.again()) ?? null,
};
const counter = createServer(async (request, answer) => answer.end(JSON.stringify(await asides[request.url]())));
await once(counter.listen(0, "127.0.0.1"), "listening");
const suite = ["behaviour.test.mjs", "survey.test.mjs", "policy.test.mjs", "quiz.test.mjs", "attendance.test.mjs", "payloads.test.mjs", "letters.test.mjs"].map((name) => fileURLToPath(new URL(name, import.meta.url)));
const runner = spawn(process.execPath, ["--test", "--test-concurrency=1", "--test-reporter=spec", ...suite], {
  stdio: ["ignore", "inherit", "inherit"],
  env: { ...process.env, COLIBRI_BASE_URL: host.url, COLIBRI_COUNT_URL: `http://127.0.0.1:${counter.address().port}/` },
});
const code = await new Promise((resolve) => runner.once("exit", (code) => resolve(code ?? 1)));
counter.close();
await host.stop();
await others.stop();
process.exit(code);
