import { docs } from "collections/server";
import { loader } from "fumadocs-core/source";

/** The guide's pages, by slug, and the tree that the sidebar shows. */
export const source = loader({ baseUrl: "/docs", source: docs.toFumadocsSource() });
