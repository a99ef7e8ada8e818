import { mount } from "~/lib/sandbox/mount";

export { mount as DELETE, mount as GET, mount as HEAD, mount as PATCH, mount as POST, mount as PUT };
