import { env } from "~/lib/env";
import { createModelHandler } from "~/lib/model/handler";
import { guideIndex } from "~/lib/search/guide-index";

export const POST = createModelHandler({
  // Drawn at each start (`server/settings.ts`), so it is no setting.
  key: process.env.MODEL_KEY,
  guide: guideIndex,
  wordsPerSecond: env.MODEL_WORDS_PER_SECOND,
});
