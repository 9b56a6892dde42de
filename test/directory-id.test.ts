import { describe, expect, test } from '@jest/globals';
import { DirectoryGuid, DirectoryId } from '../src/directory-id.ts';

const small = 'a0b1c2d3-e4f5-4a6b-8c7d-9e0fa1b2c3d4';

describe('an id of the directory', () => {
  test.each([
    ['a GUID in capitals is the same in small letters', small.toUpperCase(), small],
    ['a GUID in both', 'A0b1c2D3-e4f5-4A6B-8c7d-9e0fa1b2c3D4', small],
    ['an id of a channel is kept: its letters count', '29:1aBcD-Xy', '29:1aBcD-Xy'],
    ['a GUID within something longer is kept', `8:orgid:${small.toUpperCase()}`, `8:orgid:${small.toUpperCase()}`],
    ['a name', 'Alex', 'Alex'],
  ])('%s', (_title, written, id) => {
    expect(DirectoryId.parse(written)).toBe(id);
  });

  test('that has to be a GUID says so', () => {
    expect(DirectoryGuid('no GUID').safeParse('Alex').error?.issues[0]?.message).toBe('no GUID');
    expect(DirectoryGuid().parse(small.toUpperCase())).toBe(small);
  });
});
