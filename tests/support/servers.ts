import { startExample } from "./example.ts";
import { startFakeOpenAI } from "./fake-openai.ts";
import { startSite } from "./site.ts";

/** What the tests talk to: the built site, and the example alone, which asks a stand-in for OpenAI. */
export async function startServers() {
  const model = await startFakeOpenAI();
  const site = await startSite();
  const example = await startExample({ OPENAI_BASE_URL: `${model.url}/v1`, OPENAI_API_KEY: "for-tests" });
  return {
    addresses: {
      site: site.url,
      example: example.url,
      model: model.url,
      copy: example.copy,
      database: example.database,
    },
    async stop() {
      await Promise.all([site.stop(), example.stop()]);
      await model.stop();
    },
  };
}

export type Addresses = Awaited<ReturnType<typeof startServers>>["addresses"];
