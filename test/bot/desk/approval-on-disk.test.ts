/** A decision is made once, whoever else decides at the same time and whenever the desk dies. */
import { afterEach, describe, expect, test } from '@jest/globals';
import type { Store } from '../../../src/store/port.ts';
import { inTemporaryDirectory, opened } from '../../store/temporary.ts';
import { type AccountDesk, BO, CY, openAccountDesk, yes } from '../../support/account-desk.ts';
import { approving, bo, cy, left, orderOfThree, requested } from './approval-requests.ts';

let account: AccountDesk;
afterEach(() => account.desk.close());

describe('over the store on disk', () => {
  test('of two who decide at the same time one does, and the other is told who', async () => {
    await inTemporaryDirectory(async (directory) => {
      const disk = await opened(directory);
      account = await openAccountDesk(disk, orderOfThree());
      const { id } = await requested(account);
      const both = await Promise.all([
        account.give('approval.decide', approving(id), { ...bo, ...yes, commandId: 'bo' }),
        account.give('approval.decide', { approval: id, decision: 'reject' }, { ...cy, ...yes, commandId: 'cy' }),
      ]);
      expect(both.map(({ status }) => status).sort()).toEqual(['done', 'refused']);
      const late = both.find(({ status }) => status === 'refused');
      const winner = both[0].status === 'done' ? BO : CY;
      expect(late).toMatchObject({ because: ['decided-before'], facts: { approval: { decided: { by: winner } } } });
      expect(await left(account, 'odense')).toBe(winner === BO ? 170 : 200);
    });
  });

  test.each(['before', 'after'])(
    'killed just %s the decision is saved, it is done once when it comes again',
    async (when) => {
      await inTemporaryDirectory(async (directory) => {
        const disk = await opened(directory);
        const mortal: Store = {
          load: (key) => disk.load(key),
          list: (...given) => disk.list(...given),
          resultOf: (...given) => disk.resultOf(...given),
          tenants: (kind) => disk.tenants(kind),
          pending: (limit) => disk.pending(limit),
          sent: (message) => disk.sent(message),
          close: () => disk.close(),
          async save(change) {
            const isDecision = change.key.kind === 'ledger' && change.command?.id === 'press';
            if (isDecision && when === 'after') await disk.save(change);
            if (isDecision) throw new Error('killed');
            return disk.save(change);
          },
        };
        account = await openAccountDesk(mortal, orderOfThree());
        const { id } = await requested(account);
        const press = { ...bo, ...yes, commandId: 'press' };
        await expect(account.give('approval.decide', approving(id), press)).rejects.toThrow('killed');
        await disk.close();
        account = await openAccountDesk(await opened(directory));
        expect(await account.give('approval.decide', approving(id), press)).toMatchObject({
          status: 'done',
          facts: { approval: { state: 'approved' }, result: { debited: 30 } },
        });
        expect([await left(account, 'odense'), await left(account, 'lyon')]).toEqual([170, 78]);
      });
    },
  );
});
