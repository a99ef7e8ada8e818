// #region auth-client
import { createAuthClient } from "better-auth/react";

// Created once, so that every hook shares one session.
export const authClient = createAuthClient();
// #endregion auth-client
