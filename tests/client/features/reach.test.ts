import { describe, expect, it } from 'vitest';
import { reachOf } from '../../../client/features/sharing/reach.ts';

describe('who a link reaches', () => {
  it('is told by its address: networks of homes and offices, or wherever the name is known', () => {
    const addresses = [
      'http://192.168.7.7:3000/b/x#k',
      'http://10.0.0.2/b/x',
      'http://172.20.1.1/b/x',
      'http://172.40.1.1/b/x',
      'http://[fe80::1]:3000/b/x',
      'http://printer.local/b/x',
      'http://wallbox:3000/b/x',
      'https://boards.example.org/team/b/x#k',
      'https://203.0.113.9/b/x',
    ];
    expect(addresses.map((address) => [reachOf(address).host, reachOf(address).kind])).toEqual([
      ['192.168.7.7:3000', 'network'],
      ['10.0.0.2', 'network'],
      ['172.20.1.1', 'network'],
      ['172.40.1.1', 'anywhere'],
      ['[fe80::1]:3000', 'network'],
      ['printer.local', 'network'],
      ['wallbox:3000', 'network'],
      ['boards.example.org', 'anywhere'],
      ['203.0.113.9', 'anywhere'],
    ]);
  });
});
