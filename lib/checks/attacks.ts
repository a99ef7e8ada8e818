import type { Attack } from "./attack";
import { chat } from "./attacks/chat";
import { cookie } from "./attacks/cookie";
import { gateChat } from "./attacks/gate-chat";
import { gateThreads } from "./attacks/gate-threads";
import { handler } from "./attacks/handler";
import { isolation } from "./attacks/isolation";
import { massAssignment } from "./attacks/mass-assignment";
import { messageOverwrite } from "./attacks/message-overwrite";
import { origin } from "./attacks/origin";
import { ownership } from "./attacks/ownership";
import { signOut } from "./attacks/sign-out";

/** The attacks in the order in which they are made. The last one ends a session. */
export const attacks = [
  handler,
  cookie,
  gateChat,
  gateThreads,
  chat,
  isolation,
  ownership,
  massAssignment,
  messageOverwrite,
  origin,
  signOut,
] as const satisfies Attack[];

export type AttackName = (typeof attacks)[number]["name"];
