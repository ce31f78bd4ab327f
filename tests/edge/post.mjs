// Those to whom the functions tell things: a server of mail, by another's program, and a program that takes webhooks.
//
// Gives the operator's file that names them, and what they were told. `again()` has the host tell once more what it has told of a form.

import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { SMTPServer } from "smtp-server";

/** What the operator shares with the program that takes webhooks. */
export const SECRET = "a secret that only this suite knows";

async function startMail(letters) {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["AUTH", "STARTTLS"],
    logger: false,
    async onData(stream, session, done) {
      const { mailFrom, rcptTo } = session.envelope;
      letters.push({ from: mailFrom.address, utf8: Boolean(mailFrom.args?.SMTPUTF8), to: rcptTo.map(({ address }) => address), raw: await text(stream) });
      done();
    },
  });
  server.on("error", () => {});
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { port: server.server.address().port, stop: () => new Promise((resolve) => server.close(resolve)) };
}

async function startHook(posts) {
  const server = createServer(async (request, answer) => {
    posts.push({ headers: request.headers, body: await text(request) });
    answer.end();
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  return { url: `http://127.0.0.1:${server.address().port}`, stop: () => server.close() };
}

export async function startPost() {
  const [letters, posts] = [[], []];
  const [mail, hook] = [await startMail(letters), await startHook(posts)];
  const folder = await mkdtemp(join(tmpdir(), "colibri-post-"));
  await writeFile(join(folder, "secret"), SECRET);
  const file = join(folder, "deliveries.toml");
  const lines = [
    `[mail]\nserver = "127.0.0.1"\nport = ${mail.port}\nencryption = "none"\nfrom = "L’archipel <letter@letters.example>"`,
    `[newsletter]\nsecret_file = "secret"`,
    `[webhooks."${hook.url}/"]\nsecret_file = "secret"`,
    `[forms.contact]\nmail = ["Team <team@example.org>"]\nwebhooks = ["${hook.url}/"]`,
  ];
  await writeFile(file, lines.join("\n"));
  const stop = async () => {
    await mail.stop();
    hook.stop();
    await rm(folder, { recursive: true, force: true });
  };
  return { file, letters, posts, stop };
}
