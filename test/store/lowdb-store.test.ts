import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { storeContract } from './contract.ts';
import { opened } from './temporary.ts';

storeContract('lowdb', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'desk-store-'));
  const store = await opened(directory);
  let open = store;
  return {
    store,
    reopen: async () => {
      await open.close();
      open = await opened(directory);
      return open;
    },
    dispose: async () => {
      await open.close();
      await rm(directory, { recursive: true, force: true });
    },
  };
});
