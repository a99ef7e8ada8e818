import type { Attempt } from "../attack";
import type { AttackName } from "../attacks";
import { chat } from "../attacks/chat";
import { gateChat } from "../attacks/gate-chat";
import { gateThreads } from "../attacks/gate-threads";
import { givenName } from "../attacks/given-name";
import { identity } from "../attacks/identity";
import { input } from "../attacks/input";
import { isolation } from "../attacks/isolation";
import { keptAnswer } from "../attacks/kept-answer";
import { massAssignment } from "../attacks/mass-assignment";
import { messageOverwrite } from "../attacks/message-overwrite";
import { order } from "../attacks/order";
import { origin } from "../attacks/origin";
import { ownership } from "../attacks/ownership";
import { pages } from "../attacks/pages";
import { repeat } from "../attacks/repeat";
import { cookie } from "../attacks/sign-in/cookie";
import { handler } from "../attacks/sign-in/handler";
import { signOut } from "../attacks/sign-in/sign-out";
import { tools } from "../attacks/tools";
import type { DemoApp } from "./demo-app";
import { scriptAndCookie } from "./script-and-cookie";
import { secondUser } from "./second-user";

/** A row of the live checklist: one promise of an app, and the attacks that show whether it is kept. */
export interface Row {
  name: string;
  title: string;
  promise: string;
  /** The page that explains what to do when it does not hold. */
  page: string;
  attacks: readonly Attempt<DemoApp>[];
}

/** The rows in the order of the page. The last one ends Alice's session. */
export const rows: readonly Row[] = [
  {
    name: "chat",
    title: "The chat needs a session",
    promise: "`/api/chat` answers 200 to somebody who is signed in, and 401 to everybody else.",
    page: "gate-the-chat-route",
    attacks: [chat, gateChat],
  },
  {
    name: "list",
    title: "The list holds your own threads only",
    promise: "`/api/threads` returns the threads of the user who asks, and no others, on every page.",
    page: "scope-threads-by-user",
    attacks: [isolation, gateThreads, pages],
  },
  {
    name: "second-user",
    title: "A second user sees another list",
    promise: "Two users, signed in side by side, have no thread in common.",
    page: "scope-threads-by-user",
    attacks: [secondUser],
  },
  {
    name: "cookie",
    title: "The cookie is HttpOnly and travels by itself",
    promise:
      "Scripts cannot reach the session’s cookie, and the browser sends it with every request of the same origin.",
    page: "mount-the-handlers",
    attacks: [handler, cookie, scriptAndCookie],
  },
  {
    name: "ownership",
    title: "Another user’s thread is out of reach",
    promise:
      "To read, rename, delete or write to a thread takes its owner, by the session alone. To anybody else it is not there, and the model’s tools do not find it.",
    page: "persist-threads-and-messages",
    attacks: [ownership, messageOverwrite, identity, tools],
  },
  {
    name: "mass-assignment",
    title: "No field moves a thread to another user",
    promise: "What a client may change is named. An owner, an id or a time in the body changes none of them.",
    page: "scope-threads-by-user",
    attacks: [massAssignment],
  },
  {
    name: "origin",
    title: "Another site cannot write",
    promise:
      "A write that another site’s page has a user’s browser send is refused, although the cookie comes with it.",
    page: "persist-threads-and-messages",
    attacks: [origin],
  },
  {
    name: "input",
    title: "A bad body is refused",
    promise:
      "What is no JSON, of a wrong type, too large or forbidden ends in a clear 4xx, and nothing of it is stored.",
    page: "gate-the-chat-route",
    attacks: [input],
  },
  {
    name: "words",
    title: "What a user wrote stays",
    promise:
      "Messages come back whole and in order, what is sent twice is done once, a given name stays, and an answer is kept although its reader leaves.",
    page: "persist-threads-and-messages",
    attacks: [order, repeat, givenName, keptAnswer],
  },
  {
    name: "sign-out",
    title: "After sign-out the cookie is worth nothing",
    promise: "Signing out ends the session on the server. Whoever has copied the cookie has nothing.",
    page: "run-and-verify",
    attacks: [signOut],
  },
];

/** What the verifier does beyond that, and why a page does not. */
export const notOnPage: Partial<Record<AttackName, string>> = {
  session: "It takes a second session of Alice’s, and a browser has one.",
  guesses: "It keeps a user from signing in for a quarter of an hour.",
};
