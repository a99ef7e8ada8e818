import { createHmac } from "node:crypto";
import type { Network } from "../http/addresses";

/**
 * Stands for a network in a sandbox's file, so that no address is stored and a restart still knows who holds how many. Its
 * upper half stands for the wide network, the whole for the narrow one. Half of it is 16 bits: of an IPv4 address it
 * tells one in 65,536, even to somebody who has the key.
 */
export const networkTag = ({ narrow, wide }: Network, key: string) =>
  half(wide, key) * 0x10000 + half(narrow, key);

/** The half of a tag that stands for the wide network. */
export const wideTag = (tag: number) => tag >>> 16;

const half = (network: string, key: string) =>
  createHmac("sha256", key).update(network).digest().readUInt16BE();
