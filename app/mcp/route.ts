import { answerMcp, answerPreflight } from "~/lib/agents/answer-mcp";

export { answerMcp as DELETE, answerMcp as GET, answerMcp as POST, answerPreflight as OPTIONS };
