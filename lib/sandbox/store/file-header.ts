import { closeSync, openSync, readSync } from "node:fs";

/**
 * Where a SQLite file's header holds what the store writes or reads without opening the database. `user_version` and
 * `application_id` are numbers of which SQLite itself makes no use. https://sqlite.org/fileformat.html#the_database_header
 */
const offset = { writeVersion: 18, readVersion: 19, userVersion: 60, applicationId: 68 };
const headerBytes = 100;

/** What the header says: which network the sandbox is of, and whether anybody has written to it. */
export interface FileHeader {
  tag: number;
  isWritten: boolean;
}

/** The statement that says in the header that somebody has written to the sandbox. */
export const markWritten = "user_version = 1";

export function readFileHeader(file: string): FileHeader {
  const header = Buffer.alloc(headerBytes);
  const descriptor = openSync(file, "r");
  try {
    readSync(descriptor, header);
  } finally {
    closeSync(descriptor);
  }
  return { tag: header.readUInt32BE(offset.applicationId), isWritten: header[offset.userVersion + 3] !== 0 };
}

/** A copy of the template for a visitor of this network. */
export function withTag(template: Buffer, tag: number): Buffer {
  const file = Buffer.from(template);
  file.writeUInt32BE(tag, offset.applicationId);
  return file;
}

/** The same database, which will be opened with a write-ahead log. Only a file can be switched to one by SQL. */
export function withWriteAheadLog(database: Buffer): Buffer {
  const file = Buffer.from(database);
  file[offset.writeVersion] = 2;
  file[offset.readVersion] = 2;
  return file;
}
