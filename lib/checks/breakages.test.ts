import { expect, test } from "vitest";
import { mistakes } from "~/lib/mistakes/mistakes";
import { attacks } from "./attacks";
import { readBreakages } from "./breakages";
import { brokenBy } from "./expected-failures";
import { limit } from "./verifier/limit";

const breakages = readBreakages();
const all = [...attacks, limit];

test("every breakage names checks that there are", () => {
  const known: string[] = all.map(({ name }) => name);
  const unknown = breakages.flatMap(({ name, checks }) =>
    checks.filter((check) => !known.includes(check)).map((check) => `${name}: ${check}`),
  );
  expect(unknown).toEqual([]);
});

test("every check notices some breakage, but for the one without which there is no run", () => {
  const noticing = new Set(breakages.flatMap(({ checks }) => checks));
  const idle = all.map(({ name }) => name).filter((name) => !noticing.has(name));
  expect(idle).toEqual(["handler"]);
});

test("the mistakes of the guide that are on the server are among them", () => {
  const names = breakages.map(({ name }) => name);
  const onServer = mistakes.filter(({ side }) => side === "server").map(({ name }) => name);
  expect(onServer.filter((name) => !names.includes(name))).toEqual([]);
});

test("the first check that notices a mistake of the guide leads to the page that explains it", () => {
  const pages = mistakes.flatMap(({ name, page }) => {
    const first = attacks.find((attack) => brokenBy[name].includes(attack.name));
    return first ? [{ name, page, leadsTo: first.page }] : [];
  });
  expect(pages.filter(({ page, leadsTo }) => page !== leadsTo)).toEqual([]);
});
