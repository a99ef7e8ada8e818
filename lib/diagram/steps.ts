/**
 * The path of a request through the app: the diagram draws it, and without one it is read as a list. Parts of the drawing
 * carry their step's `id` as `data-step`.
 */
export const diagramSteps = [
  { id: "browser", text: "The browser sends its session cookie with every request of the same origin." },
  {
    id: "handlers",
    text: "Requests to `/api/auth/[...all]` go to better-auth's own handlers, which sign users in and out and set the cookie.",
  },
  { id: "routes", text: "Requests to `/api/chat` and `/api/threads/*` go to your routes." },
  {
    id: "session",
    text: "Each of your routes calls `auth.api.getSession({ headers })`, which turns the cookie into a session, or into `null`: then the route answers 401.",
  },
  { id: "user", text: "The session says who asks: `session.user.id`." },
  {
    id: "scope",
    text: "That id goes into the `where` of every query, so a user reaches their own threads and no others.",
  },
] as const;

export type DiagramStep = (typeof diagramSteps)[number]["id"];
