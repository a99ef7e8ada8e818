import { hash, randomBytes } from "node:crypto";

/** 256 random bits, which only the visitor's cookie holds. */
export const drawToken = () => randomBytes(32).toString("base64url");

/** The name of a sandbox. It is all that the server keeps, and does not lead back to the token. */
export const nameOf = (token: string) => hash("sha256", token);
