import { guideIndex } from "~/lib/model/guide-index";
import { createModelHandler } from "~/lib/model/handler";

export const POST = createModelHandler({ key: process.env.MODEL_KEY, guide: guideIndex });
