// Exports of as many users as wanted, and what the vendor's chart makes of them: known from how each was made.

const kinds = [
  [18, 'Salesperson', 'DYN365_ENTERPRISE_SALES;EXCHANGE_S_ENTERPRISE;TEAMS1', 'full'],
  [12, 'Salesperson;Knowledge Manager', 'DYN365_ENTERPRISE_P1;SHAREPOINTENTERPRISE', 'full'],
  [14, 'Salesperson', 'DYN365_TEAM_MEMBERS;PROJECT_ESSENTIALS;POWERAPPS_DYN_TEAM', 'team-member'],
  [6, 'Customer Service Representative', 'dyn365_enterprise_team_members;POWERAPPS_DYN_APPS', 'team-member'],
  [16, '', 'EXCHANGE_S_ENTERPRISE;TEAMS1;SHAREPOINTENTERPRISE', 'none'],
  [10, '', 'DYN365_CDS_O365_P2;POWERAPPS_O365_P2;EXCHANGE_S_STANDARD', 'none'],
  [9, 'Salesperson', 'DYN365_CDS_O365_P2;POWERAPPS_O365_P2', 'full'],
  [4, 'System Administrator', 'POWERAPPS_PER_APP', 'none'],
  [3, 'System Administrator', 'crmstandard;EXCHANGE_S_ENTERPRISE', 'full'],
  [8, '', '', 'none'],
];
const all = kinds.reduce((sum, [weight]) => sum + weight, 0);

/** `{ text, counts }`: an export of so many users, one in 37 of whom cannot sign in. */
export function manyUsers(users, seed = 7) {
  const parts = ['userPrincipalName,displayName,accountEnabled,roles,plans\n'];
  const counts = {};
  let state = seed;
  const random = () => {
    // Mulberry32: even enough, and the same everywhere.
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
  for (let place = 1; place <= users; place += 1) {
    let rest = random() % all;
    const [, roles, plans, kind] = kinds.find(([weight]) => (rest -= weight) < 0);
    const disabled = random() % 37 === 0;
    const name = place % 11 === 0 ? `"Muster, Erika" ${place}` : `Erika Muster ${place}`;
    parts.push(`user${String(place).padStart(7, '0')}@contoso.example,${name.replace(/" (\d+)$/, ' $1"')},${!disabled},${roles},${plans}\n`);
    const counted = disabled ? 'none' : kind;
    counts[counted] = (counts[counted] ?? 0) + 1;
  }
  return { text: parts.join(''), counts };
}
