// An organisation of as many groups as wanted, the same every time.

const doings = [
  { access: 'client', activities: ['records.read', 'reports.run'] },
  { access: 'client', activities: ['records.read', 'account.write', 'opportunity.write', 'quote.write'] },
  { access: 'client', activities: ['records.read', 'case.write', 'activity.write'] },
  { access: 'portal', activities: ['case.write'] },
  { access: 'client', activities: ['time.record', 'expense.record'] },
  { access: 'pooled', activities: ['case.write', 'custom.write'] },
];

/** People, shared devices and servers that add up to `groups`, with two uses for each people group. */
export function organisationOf(groups) {
  const random = generator(groups);
  const pick = (list) => list[Math.floor(random() * list.length)];
  const serverCount = Math.max(1, Math.floor(groups / 25));
  const deviceCount = Math.floor(groups / 5);
  const servers = numbered(serverCount, (n) => ({ id: `server-${n}`, name: `Server ${n}`, count: 1 + (n % 3) }));
  const devices = numbered(deviceCount, (n) => ({ id: `pool-${n}`, name: `PC pool ${n}`, count: 5 + Math.floor(random() * 60) }));
  const people = numbered(groups - serverCount - deviceCount, (n) => ({
    id: `team-${n}`,
    name: `Team ${n}`,
    count: 5 + Math.floor(random() * 200),
    relationship: n % 9 === 0 ? 'customer' : 'employee',
  }));
  const uses = people.flatMap(({ id, relationship }) => (relationship === 'customer'
    ? [{ people: id, access: 'portal', activities: ['case.own'], servers: [pick(servers).id] }]
    : [
      { people: id, ...pick(doings), from: { devices: pick(devices).id }, servers: [pick(servers).id] },
      { people: id, ...pick(doings), from: random() < 0.5 ? { devices: pick(devices).id } : { own: 1 + Math.floor(random() * 3) } },
    ]));
  return { people, devices, servers, uses };
}

/** A scenario of `groups` groups under the rules of CRM 2011. */
export function scenarioOf(groups) {
  return {
    format: 1,
    title: `${groups} groups`,
    rulebook: 'crm-2011',
    organisation: organisationOf(groups),
    prices: {
      currency: 'USD',
      set: {
        'crm-2011/cal-full-user': '1000.00', 'crm-2011/cal-full-device': '1000.00',
        'crm-2011/cal-limited-user': '300.00', 'crm-2011/cal-limited-device': '300.00',
        'crm-2011/cal-ess-user': '100.00', 'crm-2011/cal-ess-device': '100.00', 'crm-2011/ec': '20000.00',
      },
    },
  };
}

function numbered(count, make) {
  return Array.from({ length: count }, (_, index) => make(index + 1));
}

/** mulberry32: numbers from 0 to 1 that are the same every time. */
function generator(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
