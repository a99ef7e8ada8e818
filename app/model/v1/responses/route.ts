import { env } from "~/lib/env";
import { guideIndex } from "~/lib/model/guide-index";
import { createModelHandler } from "~/lib/model/handler";

export const POST = createModelHandler({
  // Drawn at each start (`server/settings.ts`), so it is no setting.
  key: process.env.MODEL_KEY,
  guide: guideIndex,
  wordsPerSecond: env.MODEL_WORDS_PER_SECOND,
});
