import type { Attempt } from "../attack";
import { chat } from "../attacks/chat";
import { cookie } from "../attacks/cookie";
import { gateChat } from "../attacks/gate-chat";
import { gateThreads } from "../attacks/gate-threads";
import { handler } from "../attacks/handler";
import { isolation } from "../attacks/isolation";
import { massAssignment } from "../attacks/mass-assignment";
import { messageOverwrite } from "../attacks/message-overwrite";
import { origin } from "../attacks/origin";
import { ownership } from "../attacks/ownership";
import { signOut } from "../attacks/sign-out";
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
    promise: "`/api/threads` returns the threads of the user who asks, and no others.",
    page: "scope-threads-by-user",
    attacks: [isolation, gateThreads],
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
    promise: "To read, rename, delete or write to a thread takes its owner. To anybody else it is not there.",
    page: "persist-threads-and-messages",
    attacks: [ownership, messageOverwrite],
  },
  {
    name: "mass-assignment",
    title: "No field moves a thread to another user",
    promise: "What a client may change is named. An owner or an id in the body changes neither.",
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
    name: "sign-out",
    title: "After sign-out the cookie is worth nothing",
    promise: "Signing out ends the session on the server. Whoever has copied the cookie has nothing.",
    page: "run-and-verify",
    attacks: [signOut],
  },
];
