import type { ShikiTransformer } from "shiki";

/** The red thread: every way the example names the signed-in user's id. */
const USER_ID = /\b(?:session\??\.user\??\.id|user\??\.id|userId|user_id)\b/g;

/** Whether a piece of inline code is the user's id and nothing else. */
export const isUserId = (code: string) => new RegExp(`^(?:${USER_ID.source})$`).test(code);

/** Marks the user's id in listings, so that it can be followed from the cookie to the `where`. */
export const markUserId: ShikiTransformer = {
  name: "mark-user-id",
  preprocess(code, options) {
    const marks = Array.from(code.matchAll(USER_ID), ({ index, 0: text }) => ({
      start: index,
      end: index + text.length,
      properties: { class: "user-id" },
      alwaysWrap: true,
    }));
    options.decorations = [...(options.decorations ?? []), ...marks];
  },
};
