import { describe, expect, test } from '@jest/globals';
import { RecentNames } from '../../src/store/recent-names.ts';

/** Lists directories of a table and counts how often it was asked. */
function disk(directories: Record<string, readonly string[]>) {
  const asked: string[] = [];
  const list = (directory: string) => async (): Promise<readonly string[]> => {
    asked.push(directory);
    return directories[directory] ?? [];
  };
  return { asked, list };
}

describe('the names that were listed last', () => {
  test('are told without listing the directory again, also where there are none', async () => {
    const { asked, list } = disk({ a: ['one', 'two'] });
    const names = new RecentNames();
    for (const _ of [1, 2]) {
      expect(await names.in('a', list('a'))).toEqual(['one', 'two']);
      expect(await names.in('none', list('none'))).toEqual([]);
    }
    expect(asked).toEqual(['a', 'none']);
  });

  test('do not count once something in the directory is changed, even where the change fails; others do', async () => {
    const directories: Record<string, readonly string[]> = { a: ['one'], b: ['else'] };
    const { asked, list } = disk(directories);
    const names = new RecentNames();
    await names.in('a', list('a'));
    await names.in('b', list('b'));
    const change = names.changing(['a'], async () => {
      directories.a = ['one', 'two'];
      throw new Error('the disk is full');
    });
    await expect(change).rejects.toThrow('full');
    expect(await names.in('a', list('a'))).toEqual(['one', 'two']);
    expect(await names.in('b', list('b'))).toEqual(['else']);
    expect(asked).toEqual(['a', 'b', 'a']);
  });

  test('are not held where a change began or ended while they were listed', async () => {
    const names = new RecentNames();
    const begun = Promise.withResolvers<void>();
    const across = names.in('a', async () => {
      await begun.promise;
      return ['old'];
    });
    const within = names.changing(['a'], async () => {
      begun.resolve();
      expect(await across).toEqual(['old']);
      expect(await names.in('a', async () => ['older'])).toEqual(['older']);
    });
    await within;
    expect(await names.in('a', async () => ['new'])).toEqual(['new']);
  });

  test('are held until there is no room for them; those used longest ago go first, and too many are not held', async () => {
    const { asked, list } = disk({ a: ['1', '2'], b: ['1', '2'], c: ['1', '2'], big: ['1', '2', '3', '4', '5', '6'] });
    const names = new RecentNames(6);
    for (const directory of ['a', 'b', 'a', 'big', 'c', 'a', 'b']) await names.in(directory, list(directory));
    expect(asked).toEqual(['a', 'b', 'big', 'c', 'b']);
  });
});
