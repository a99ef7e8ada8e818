import { mount } from "~/lib/sandbox/mount/mount";

// Without it, Next.js wraps the request in a proxy to find out whether the answer depends on it.
export const dynamic = "force-dynamic";

export { mount as DELETE, mount as GET, mount as HEAD, mount as PATCH, mount as POST, mount as PUT };
