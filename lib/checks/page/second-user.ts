import type { Attempt } from "../attack";
import { listIds, newThread } from "../threads";
import type { DemoApp } from "./demo-app";

/** Compares whole lists. In another app two users may well share a thread; Alice and Bob share none. */
export const secondUser: Attempt<DemoApp> = {
  name: "isolation",
  async run(app, found) {
    const { a, b } = app;
    const ofA = await newThread(app, a, found);
    const ofB = await newThread(app, b, found, `${b.name} makes one too, in a browser of their own.`);
    const [hers, his] = [await listIds(app, a), await listIds(app, b)];
    const common = hers.ids.filter((id) => his.ids.includes(id));

    const fault = hers.ids.includes(ofB) ? `has ${b.name}’s new thread` : `lacks ${a.name}’s own new thread`;
    found.judge(hers.answer, hers.ids.includes(ofA) && !hers.ids.includes(ofB), {
      right: `${a.name}’s list: ${hers.ids.length} threads, the new one among them.`,
      wrong: `${a.name}’s list ${fault}.`,
    });
    const count = his.ids.length;
    found.judge(his.answer, his.ids.includes(ofB) && common.length === 0, {
      right: `The same request from ${b.name}: ${count} threads, and none of them is in ${a.name}’s list.`,
      wrong: `${common.length} of ${b.name}’s ${count} threads are in ${a.name}’s list too.`,
    });
  },
};
