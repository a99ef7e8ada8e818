"use client";

import { useEffect } from "react";

/**
 * Puts the address at which the reader sees the site into its commands. A page is built before anybody knows it, unless
 * SITE_URL says so.
 */
export function OwnAddress() {
  useEffect(() => {
    for (const address of document.querySelectorAll(".site-url")) address.textContent = location.origin;
  }, []);
  return null;
}
