const whoIAm =
  "I am this guide's demo model, not a large language model: a search over the guide's own text that speaks the OpenAI API. Set `OPENAI_API_KEY` and the same code talks to OpenAI.";
const whatToAsk = "Ask me, for example: *How do I gate the chat route?*";

/** Answers to greetings and thanks, which no page of the guide answers. Only whole messages match. */
const talks: [RegExp, string][] = [
  [
    /^(?:hi|hello|hey|hallo|good (?:morning|afternoon|evening)|greetings)(?: there| you| all)?$/,
    `Hello. I am this guide's demo model and answer from its pages. ${whatToAsk}`,
  ],
  [
    /^(?:(?:so )?(?:who|what) are you|what(?: model| llm| ai)(?: is this| are you| am i talking to)?|which (?:model|llm|ai)(?: is this| are you)?|are you (?:a |an )?(?:(?:chat ?)?gpt.*|openai|claude|bot|real|human|ai|llm|large language model)|what can you do|help)$/,
    `${whoIAm} ${whatToAsk}`,
  ],
  [
    /^(?:thanks|thank you|thx|cheers|great|perfect|nice)(?: (?:a lot|so much|very much|thanks))?$/,
    "You are welcome.",
  ],
  [/^(?:bye|goodbye|see you|good night)$/, "Goodbye."],
];

export function smallTalk(message: string): string | undefined {
  const said = message
    .toLowerCase()
    .replace(/[^a-z0-9 ]+/g, " ")
    .replace(/\s+/g, " ")
    .trim();
  return talks.find(([heard]) => heard.test(said))?.[1];
}
