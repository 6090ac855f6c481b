import assert from 'node:assert/strict';
import { isPrivateHost } from '../../src/links';

describe('A host', () => {
  for (const [address, expected] of [
    ['http://127.0.0.1:8080/a', true],
    ['http://localhost/a', true],
    ['http://wiki/a', true],
    ['http://nas.local./a', true],
    ['http://172.20.1.1/a', true],
    ['http://[::1]/a', true],
    ['http://[fd00::12]/a', true],
    ['https://www.iea.org/a', false],
    ['https://172.32.1.1/a', false],
    ['https://10.org/a', false],
    ['https://local.net/a', false],
    ['https://[2606:4700::1111]/a', false],
  ] as const)
    it(`is ${expected ? '' : 'not '}private by its form in ${address}`, () =>
      assert.equal(isPrivateHost(new URL(address).hostname), expected));
});
