// An organisation of as many groups as wanted, the same every time.

const doings = [
  { access: 'client', activities: ['records.read', 'reports.run'] },
  { access: 'client', activities: ['records.read', 'account.write', 'opportunity.write', 'quote.write'] },
  { access: 'client', activities: ['records.read', 'case.write', 'activity.write'] },
  { access: 'portal', activities: ['case.write'] },
  { access: 'client', activities: ['time.record', 'expense.record'] },
  { access: 'pooled', activities: ['case.write', 'custom.write'] },
];

/** The largest organisation that has to be assessed at once: with 8,000 uses. */
export const large = { people: 2000, devices: 1000, servers: 50, usesEach: 4, portalsEach: 4 };

/** People, shared devices and servers that add up to `groups`, with two uses for each group of employees. */
export function sizeOf(groups) {
  const servers = Math.max(1, Math.floor(groups / 25));
  const devices = Math.floor(groups / 5);
  return { people: groups - servers - devices, devices, servers, usesEach: 2, portalsEach: 1 };
}

/** An organisation of this size, the same every time. */
export function organisationOf(size) {
  const random = generator(size.people + size.devices + size.servers);
  const pick = (list) => list[Math.floor(random() * list.length)];
  const servers = numbered(size.servers, (n) => ({ id: `server-${n}`, name: `Server ${n}`, count: 1 + (n % 3) }));
  const devices = numbered(size.devices, (n) => ({ id: `pool-${n}`, name: `PC pool ${n}`, count: 5 + Math.floor(random() * 60) }));
  const people = numbered(size.people, (n) => ({
    id: `team-${n}`,
    name: `Team ${n}`,
    count: 5 + Math.floor(random() * 200),
    relationship: n % 9 === 0 ? 'customer' : 'employee',
  }));
  const shared = (id) => ({ people: id, ...pick(doings), from: { devices: pick(devices).id }, servers: [pick(servers).id] });
  const either = (id) => (
    { people: id, ...pick(doings), from: random() < 0.5 ? { devices: pick(devices).id } : { own: 1 + Math.floor(random() * 3) } }
  );
  const portal = (id) => ({ people: id, access: 'portal', activities: ['case.own'], servers: [pick(servers).id] });
  const uses = people.flatMap(({ id, relationship }) => {
    if (relationship === 'customer') return numbered(size.portalsEach, () => portal(id));
    return numbered(size.usesEach, (n) => (n % 2 === 1 ? shared(id) : either(id)));
  });
  return { people, devices, servers, uses };
}

/** A scenario of this size, or of so many groups, under the rules of CRM 2011. */
export function scenarioOf(groups) {
  const size = typeof groups === 'number' ? sizeOf(groups) : groups;
  return {
    format: 1,
    title: `${size.people + size.devices + size.servers} groups`,
    rulebook: 'crm-2011',
    organisation: organisationOf(size),
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
