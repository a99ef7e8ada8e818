import { valueAt } from "../../answer";
import type { Attack } from "../../attack";

export const handler = {
  name: "handler",
  promise: "the handlers of better-auth answer",
  page: "mount-the-handlers",
  lines: "export const { GET, POST } = toNextJsHandler(auth);",
  async run(app, found) {
    const answer = await app.send("GET", `${app.paths.auth}/ok`);
    found.judge(answer, answer.status === 200 && valueAt(answer.json, "ok") === true, {
      right: "better-auth’s handlers are mounted.",
      wrong: "better-auth’s handlers do not answer.",
      mismatch: ', not 200 with {"ok":true}',
    });
  },
} as const satisfies Attack;
