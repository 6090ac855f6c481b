import assert from 'node:assert/strict';
import { isPrivateName } from '../../src/core/base/safeUrl';
import { isPublicAddress } from '../../src/network/publicAddress';

describe('An address of the public internet', () => {
  for (const address of [
    '1.1.1.1',
    '8.8.8.8',
    '93.184.215.14',
    '172.15.255.255',
    '172.32.0.1',
    '100.63.255.255',
    '100.128.0.1',
    '192.167.255.255',
    '223.255.255.255',
    '2606:4700::1111',
    '2a00:1450:4001:80b::200e',
    '64:ff9b::808:808',
  ])
    it(`is ${address}`, () => assert.equal(isPublicAddress(address), true));

  for (const [address, what] of [
    ['127.0.0.1', 'loopback'],
    ['127.255.255.254', 'loopback'],
    ['::1', 'loopback'],
    ['0.0.0.0', 'this host'],
    ['0.1.2.3', 'this network'],
    ['::', 'unspecified'],
    ['10.0.0.1', 'private'],
    ['172.16.0.1', 'private'],
    ['172.31.255.255', 'private'],
    ['192.168.1.1', 'private'],
    ['100.64.0.1', 'shared by customers of a carrier'],
    ['169.254.1.1', 'link-local'],
    ['fe80::1', 'link-local'],
    ['fe80::1%eth0', 'link-local, with a zone'],
    ['fec0::1', 'site-local'],
    ['fc00::1', 'unique local'],
    ['fd12:3456::1', 'unique local'],
    ['224.0.0.1', 'multicast'],
    ['239.255.255.250', 'multicast'],
    ['ff02::1', 'multicast'],
    ['240.0.0.1', 'reserved'],
    ['255.255.255.255', 'broadcast'],
    ['192.0.2.1', 'documentation'],
    ['198.18.0.1', 'benchmarks'],
    ['2001:db8::1', 'documentation'],
    ['2001::1', 'Teredo'],
    ['2002:7f00:1::', 'IPv4 in IPv6, 6to4'],
    ['::ffff:127.0.0.1', 'IPv4 mapped into IPv6'],
    ['::ffff:8.8.8.8', 'IPv4 mapped into IPv6'],
    ['::ffff:7f00:1', 'IPv4 mapped into IPv6'],
    ['::127.0.0.1', 'IPv4 compatible with IPv6'],
    ['64:ff9b::7f00:1', 'loopback translated into IPv6'],
    ['64:ff9b::10.0.0.1', 'private, translated into IPv6'],
    ['64:ff9b:1::1', 'translated locally'],
    ['169.254.169.254', 'the metadata of clouds'],
    ['fd00:ec2::254', 'the metadata of clouds'],
    ['100.100.100.200', 'the metadata of clouds'],
    ['168.63.129.16', 'the metadata of clouds'],
    ['192.0.0.192', 'the metadata of clouds'],
    ['', 'no address'],
    ['localhost', 'no address'],
  ] as const)
    it(`is not ${address || 'nothing'}: ${what}`, () => assert.equal(isPublicAddress(address), false));
});

describe('A name of a private network', () => {
  for (const name of ['localhost', 'localhost.', 'a.localhost', 'printer', 'nas.local', 'x.internal', 'r.home.arpa'])
    it(`is ${name}`, () => assert.equal(isPrivateName(name), true));
  for (const name of ['doi.org', 'export.arxiv.org', 'local.example.org', 'example.org.'])
    it(`is not ${name}`, () => assert.equal(isPrivateName(name), false));
});
