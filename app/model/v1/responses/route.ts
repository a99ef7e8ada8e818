import { z } from "zod";
import { humanPace } from "~/lib/model/event-stream";
import { guideIndex } from "~/lib/model/guide-index";
import { createModelHandler } from "~/lib/model/handler";

const { MODEL_KEY, MODEL_WORDS_PER_SECOND } = process.env;

export const POST = createModelHandler({
  key: MODEL_KEY,
  guide: guideIndex,
  wordsPerSecond: z.coerce.number().positive().catch(humanPace).parse(MODEL_WORDS_PER_SECOND),
});
