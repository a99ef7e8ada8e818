import type { MistakeName } from "~/lib/mistakes/mistakes";
import type { Demo } from "./demos";

/** For each mistake, the smallest demo that shows what goes wrong. Its code is the diff beside it. */
export const mistakeDemos: Record<MistakeName, Omit<Demo, "title" | "code">> = {
  "chat-without-gate": {
    browsers: [{ name: "a", path: "/chat" }],
    height: 440,
  },
  "cookie-existence-is-no-session": {
    browsers: [{ name: "a", path: "/by-hand/cookie-existence-is-no-session" }],
    height: 280,
  },
  "list-without-where": {
    browsers: [
      { name: "a", path: "/threads" },
      { name: "b", path: "/threads" },
    ],
    height: 480,
  },
  "message-without-ownership": {
    browsers: [
      { name: "a", path: "/?thread=thread-alice-4", label: "Alice, in one of her threads" },
      { name: "b", path: "/by-hand/message-without-ownership", label: "Bob, without the app" },
    ],
    height: 520,
  },
  "patch-spreads-body": {
    browsers: [
      { name: "a", path: "/threads", label: "Alice’s list" },
      { name: "b", path: "/by-hand/patch-spreads-body", label: "Bob, without the app" },
    ],
    height: 480,
  },
  "tool-takes-the-users-id": {
    browsers: [{ name: "a", path: "/by-hand/tool-takes-the-users-id" }],
    height: 280,
  },
  "no-reload-on-auth": {
    browsers: [{ name: "a", path: "/late-sign-in", wrongPath: "/mistakes/no-reload-on-auth" }],
    height: 360,
  },
  "reload-is-not-isolation": {
    browsers: [{ name: "a", path: "/", wrongPath: "/mistakes/reload-is-not-isolation" }],
    height: 560,
  },
  "unchecked-response": {
    browsers: [
      { name: "a", path: "/threads", wrongPath: "/mistakes/unchecked-response", label: "Alice" },
      { name: "b", path: "/threads", label: "Alice again, on another machine" },
    ],
    height: 480,
  },
};
