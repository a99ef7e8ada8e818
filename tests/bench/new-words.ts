import { randomBytes } from "node:crypto";
import type { Service } from "../support/service.ts";
import { usageOf } from "./server-usage.ts";

const searches = 20_000;
const atOnce = 4;
/** As many words as fit into an address. */
const words = 200;

/** The server's memory before and after searches for words that nobody has ever asked for. Throws if it stops. */
export async function searchForNewWords(site: Service) {
  const bytes = async () => (await usageOf(site.pid)).memory;
  for (let at = 0; at < 200; at++) await search(site.url);
  const before = await bytes();
  let left = searches;
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      while (left-- > 0) await search(site.url);
    }),
  );
  return { searches, words, before, after: await bytes() };
}

async function search(site: string) {
  const query = Array.from({ length: words }, () => randomBytes(3).toString("hex")).join("+");
  const response = await fetch(`${site}/api/search?query=${query}`);
  await response.arrayBuffer();
  if (!response.ok) throw new Error(`The search answered ${response.status}.`);
}
