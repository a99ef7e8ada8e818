import type { Attack } from "./attack";
import { chat } from "./attacks/chat";
import { gateChat } from "./attacks/gate-chat";
import { gateThreads } from "./attacks/gate-threads";
import { givenName } from "./attacks/given-name";
import { identity } from "./attacks/identity";
import { input } from "./attacks/input";
import { isolation } from "./attacks/isolation";
import { keptAnswer } from "./attacks/kept-answer";
import { massAssignment } from "./attacks/mass-assignment";
import { messageOverwrite } from "./attacks/message-overwrite";
import { order } from "./attacks/order";
import { origin } from "./attacks/origin";
import { ownership } from "./attacks/ownership";
import { pages } from "./attacks/pages";
import { repeat } from "./attacks/repeat";
import { cookie } from "./attacks/sign-in/cookie";
import { guesses } from "./attacks/sign-in/guesses";
import { handler } from "./attacks/sign-in/handler";
import { session } from "./attacks/sign-in/session";
import { signOut } from "./attacks/sign-in/sign-out";
import { tools } from "./attacks/tools";

/** The attacks in the order in which they are made. The last ones end a session, and keep a user from signing in. */
export const attacks = [
  handler,
  cookie,
  gateChat,
  gateThreads,
  chat,
  isolation,
  pages,
  ownership,
  identity,
  massAssignment,
  messageOverwrite,
  origin,
  input,
  order,
  repeat,
  givenName,
  keptAnswer,
  tools,
  session,
  signOut,
  guesses,
] as const satisfies Attack[];

export type AttackName = (typeof attacks)[number]["name"];
