import { MemoryStore } from '../../src/store/memory-store.ts';
import { storeContract } from './contract.ts';

storeContract('memory', async () => {
  const store = new MemoryStore();
  return { store, reopen: async () => store, dispose: () => store.close() };
});
