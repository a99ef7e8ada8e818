import { inject } from "vitest";
import { Visitor } from "../support/visitor";

const { site, example } = inject("addresses");

interface App {
  name: string;
  /** Browsers in front of one database, in the order asked for. */
  open(count: number): Promise<Visitor[]>;
}

/** The example alone, and the same routes as the site serves them to a visitor. Both must answer alike. */
export const apps: App[] = [
  {
    name: "the example alone",
    open: async (count) => Array.from({ length: count }, () => new Visitor(example)),
  },
  {
    name: "the example in a sandbox",
    async open(count) {
      const first = new Visitor(site, "/demo/a");
      await first.enterSandbox();
      return [first, ...Array.from({ length: count - 1 }, () => first.beside())];
    },
  },
];

/** Signed-in people of one app, each in a browser of their own. */
export async function people<Name extends string>(app: App, ...names: Name[]) {
  const visitors = await app.open(names.length);
  const entries = names.map(async (name, index) => {
    const visitor = visitors[index];
    if (!visitor) throw new Error("Too few browsers.");
    await visitor.signUp(name);
    return [name, visitor] as const;
  });
  return Object.fromEntries(await Promise.all(entries)) as Record<Name, Visitor>;
}
