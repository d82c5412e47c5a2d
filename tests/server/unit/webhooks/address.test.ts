import { describe, expect, it } from 'vitest';
import { reachOfAddress, readTarget } from '../../../../server/webhooks/address.ts';

const reaches = {
  public: [
    '1.1.1.1',
    '34.1.2.3',
    '172.15.255.255',
    '172.32.0.0',
    '192.167.255.255',
    '100.63.255.255',
    '100.128.0.0',
    '126.255.255.255',
    '128.0.0.0',
    '223.255.255.255',
    '169.253.255.255',
    '2606:4700::1111',
    '2a00:1450:4001::2004',
    '::ffff:34.1.2.3',
    '::ffff:2201:203',
    '64:ff9b::34.1.2.3',
  ],
  private: [
    '127.0.0.1',
    '127.255.255.254',
    '10.0.0.1',
    '10.255.255.255',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.0.1',
    '100.64.0.1',
    '100.127.255.255',
    '::1',
    'fc00::1',
    'fdff:ffff::1',
    '::ffff:127.0.0.1',
    '::ffff:7f00:1',
    '::ffff:10.0.0.1',
    '0:0:0:0:0:ffff:c0a8:0001',
    '64:ff9b::10.0.0.1',
  ],
  never: [
    '0.0.0.0',
    '0.1.2.3',
    '169.254.169.254',
    '169.254.0.1',
    '168.63.129.16',
    '100.100.100.200',
    '192.0.0.192',
    '192.0.2.1',
    '192.88.99.1',
    '198.18.0.1',
    '198.51.100.7',
    '203.0.113.9',
    '224.0.0.1',
    '239.255.255.255',
    '240.0.0.1',
    '255.255.255.255',
    '::',
    '::ffff:169.254.169.254',
    '::ffff:a9fe:a9fe',
    '::ffff:0.0.0.0',
    '64:ff9b::169.254.169.254',
    '64:ff9b:1::1',
    '::127.0.0.1',
    'fe80::1',
    'fe80::1%eth0',
    'febf::1',
    'fec0::1',
    'ff02::1',
    'fd00:ec2::254',
    'fd20:ce::254',
    '2001::1',
    '2001:db8::1',
    '2002:7f00:1::',
    '3fff::1',
    '100::1',
    '5f00::1',
    'not an address',
    '',
    '127.1',
    '0177.0.0.1',
    '2130706433',
  ],
} as const;

describe('where a network address leads', () => {
  it.each(Object.entries(reaches))('is %s for each of these', (reach, addresses) => {
    const told = addresses.map((address) => [address, reachOfAddress(address)]);
    expect(told).toEqual(addresses.map((address) => [address, reach]));
  });
});

describe('an address that somebody typed', () => {
  const read = (text: string, mayBePrivate = false) => {
    const target = readTarget(text, { mayBePrivate });
    return target instanceof URL ? target.href : target;
  };

  it('is taken with https, whatever its port, and without its fragment', () => {
    expect([
      read(' https://hooks.slack.com/services/T/B/x '),
      read('https://discord.com/api/webhooks/1/x/slack?wait=true#top'),
      read('https://chat.example.org:8443/hooks/x'),
      read('https://34.1.2.3/x'),
    ]).toEqual([
      'https://hooks.slack.com/services/T/B/x',
      'https://discord.com/api/webhooks/1/x/slack?wait=true',
      'https://chat.example.org:8443/hooks/x',
      'https://34.1.2.3/x',
    ]);
  });

  it('is refused when it is none, has a password in it, is not https or leads into a private network', () => {
    const typed = [
      '',
      'hooks.slack.com/x',
      'ftp://example.org/x',
      'javascript:alert(1)',
      'file:///etc/passwd',
      'https://user:pass@example.org/x',
      `https://example.org/${'x'.repeat(2_000)}`,
      'http://example.org/x',
      'https://127.0.0.1/x',
      'https://2130706433/x',
      'https://0x7f.1/x',
      'https://[::1]/x',
      'https://[::ffff:10.0.0.1]/x',
      'https://169.254.169.254/latest',
      'https://192.168.1.1/x',
    ];
    expect(typed.map((text) => read(text))).toEqual([
      ...Array(7).fill('not-an-address'),
      'not-https',
      ...Array(7).fill('private'),
    ]);
  });

  it('may be private where the operator says so, without https too, but never where clouds hand out keys', () => {
    expect([
      read('http://192.168.1.7:8065/hooks/x', true),
      read('http://mattermost.local/hooks/x', true),
      read('http://34.1.2.3/x', true),
      read('https://169.254.169.254/x', true),
      read('http://[fd00:ec2::254]/x', true),
      read('http://0.0.0.0:3000/x', true),
    ]).toEqual([
      'http://192.168.1.7:8065/hooks/x',
      'http://mattermost.local/hooks/x',
      'not-https',
      'private',
      'private',
      'private',
    ]);
  });
});
