import { mount } from "~/lib/sandbox/mount/mount";

// Spares the request the proxy with which Next.js finds out whether an answer depends on it.
export const dynamic = "force-dynamic";

export { mount as DELETE, mount as GET, mount as HEAD, mount as PATCH, mount as POST, mount as PUT };
