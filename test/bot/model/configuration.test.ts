import { describe, expect, test } from '@jest/globals';
import { readModelConfiguration } from '../../../bot/model/configuration.ts';

const whole = { DESK_MODEL_URL: 'https://models.example/v1', DESK_MODEL_KEY: 'k', DESK_MODEL_NAME: 'm' };

describe('the settings of a model', () => {
  test('are none where nothing is set', () => {
    expect(readModelConfiguration({ DESK_MODEL_URL: '', PATH: '/bin' })).toEqual({ ok: true, value: undefined });
  });

  test('are whole', () => {
    expect(readModelConfiguration({ ...whole, DESK_MODEL_CALLS: '5' })).toEqual({
      ok: true,
      value: { url: whole.DESK_MODEL_URL, key: 'k', name: 'm', callsPerHour: 5 },
    });
  });

  test.each(['DESK_MODEL_URL', 'DESK_MODEL_KEY', 'DESK_MODEL_NAME'])(
    '%s cannot be missing beside the others',
    (name) => {
      expect(readModelConfiguration({ ...whole, [name]: undefined })).toMatchObject({
        ok: false,
        failure: [{ path: name }],
      });
    },
  );
});
