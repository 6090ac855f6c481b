import { BlockList, isIP } from 'node:net';

/**
 * IPv4 addresses that aren't on the public internet: the special-purpose registry of IANA (RFC 6890), multicast and reserved
 * ones, and those by which clouds tell a machine its secrets. Most of the latter are link-local or in 100.64.0.0/10 (RFC 6598).
 */
const PRIVATE_4 = listOf('ipv4', [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '168.63.129.16/32',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/4',
  '240.0.0.0/4',
]);

/** Public IPv6 addresses (RFC 4291), apart from the exceptions below. */
const GLOBAL_6 = listOf('ipv6', ['2000::/3']);
const PRIVATE_6 = listOf('ipv6', ['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20']);
/** IPv4 addresses for networks with IPv6 alone (RFC 6052): as public as the IPv4 address in them. */
const TRANSLATED = listOf('ipv6', ['64:ff9b::/96']);

/** True for a public IP address, as `dns` and `net` write it. False for a text that is no address. */
export function isPublicAddress(address: string): boolean {
  const family = isIP(address);
  if (family === 4) return !PRIVATE_4.check(address, 'ipv4');
  if (family !== 6) return false;
  const bare = address.replace(/%.*$/, '');
  if (TRANSLATED.check(bare, 'ipv6')) return isPublicAddress(lastFourBytes(bare));
  return GLOBAL_6.check(bare, 'ipv6') && !PRIVATE_6.check(bare, 'ipv6');
}

function listOf(family: 'ipv4' | 'ipv6', networks: readonly string[]): BlockList {
  const list = new BlockList();
  for (const network of networks) {
    const [address = '', bits] = network.split('/');
    list.addSubnet(address, Number(bits), family);
  }
  return list;
}

/** Returns the IPv4 address at the end of an IPv6 address, in whichever form that is written. */
function lastFourBytes(address: string): string {
  const hex = new URL(`http://[${address}]`).hostname.slice(1, -1).split('::').at(-1)?.split(':') ?? [];
  const [high, low] = ['0', '0', ...hex].slice(-2).map((part) => Number.parseInt(part || '0', 16));
  return [high ?? 0, low ?? 0].flatMap((part) => [part >> 8, part & 255]).join('.');
}
