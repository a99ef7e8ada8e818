const encode = (file: string) => file.split("/").map(encodeURIComponent).join("/");

/**
 * Where the site shows a file of an example, by its path in the repository. Each segment is encoded, because routes
 * have names such as `[...all]`.
 */
export const fileUrl = (file: string, region?: string) => `/${encode(file)}${region ? `#${region}` : ""}`;

/** Where the site gives the same file as it is, byte for byte. */
export const rawUrl = (file: string) => `/raw/${encode(file)}`;
