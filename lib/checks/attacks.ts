import type { Attack } from "./attack";
import { chat } from "./attacks/chat";
import { cookie } from "./attacks/cookie";
import { gateChat } from "./attacks/gate-chat";
import { gateThreads } from "./attacks/gate-threads";
import { givenName } from "./attacks/given-name";
import { handler } from "./attacks/handler";
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
import { session } from "./attacks/session";
import { signOut } from "./attacks/sign-out";

/** The attacks in the order in which they are made. The last one ends a session. */
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
  session,
  signOut,
] as const satisfies Attack[];

export type AttackName = (typeof attacks)[number]["name"];
