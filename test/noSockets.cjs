// Loaded before a program of ours by its tests: no socket may be opened, listened on, or asked a name for. The program ends
// at once where one is, with this status, so that nothing can catch it.
const dgram = require('node:dgram');
const dns = require('node:dns');
const net = require('node:net');

const STATUS = 97;

function refuse(owner, name, what) {
  if (typeof owner[name] !== 'function') return;
  owner[name] = () => {
    process.stderr.write(`${what}: there is to be no network.\n`);
    process.exit(STATUS);
  };
}

refuse(net.Socket.prototype, 'connect', 'A connection');
refuse(net.Server.prototype, 'listen', 'A port');
for (const name of ['bind', 'connect', 'send']) refuse(dgram.Socket.prototype, name, 'A datagram');
for (const owner of [dns, dns.promises, dns.Resolver.prototype, dns.promises.Resolver.prototype])
  for (const name of ['lookup', 'lookupService', 'resolve', 'resolve4', 'resolve6', 'resolveAny', 'reverse'])
    refuse(owner, name, 'A look-up of a name');
refuse(globalThis, 'fetch', 'A request');
