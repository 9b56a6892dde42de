/**
 * Ids of people and tenants as the directory (Microsoft Entra) gives them: GUIDs. They are the same in capitals, as
 * some portals and tools write them; Teams writes small letters, and so does the desk everywhere.
 */
import { z } from 'zod';

const guid = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

/** The id as the desk compares it: a GUID in small letters, anything else (`29:…`) as it is written. */
export const directoryId = (id: string): string => (guid.test(id) ? id.toLowerCase() : id);

/** The id of a person or a tenant, wherever one comes in: from a file, a client, a command line or the store. */
export const DirectoryId = z.string().overwrite(directoryId);

/** Such an id where nothing but a GUID will do. */
export const DirectoryGuid = (problem?: string): z.ZodGUID => z.guid(problem).overwrite(directoryId);
