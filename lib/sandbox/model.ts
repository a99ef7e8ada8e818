/** Which model answers. `npm start` decides it, before it points the example's provider at one of the two. */
export const model = process.env.MODEL === "openai" ? "openai" : "demo";
