import { answerSearch } from "~/lib/search/answer-search";

export { answerSearch as GET };
