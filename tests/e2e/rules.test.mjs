// The rulebook can be read, searched and quoted, each entry with its clauses and each clause with its document.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { visit } from './harness.mjs';
import { eventually, openPart, openRules, ruleEntry, rulebook } from './seatwise.mjs';

test('two rulebooks are read: what became of what, step-ups and who sells them, facts, clauses with their links', async (t) => {
  const { page, record } = await visit(t);
  const loaded = record.requests.length;
  const rules = await openRules(page);

  await rulebook(page).selectOption({ label: 'Dynamics CRM 2011 · Dec 2012' });
  await openPart(rules, 'What earlier licences became');
  const became = ruleEntry(rules, 'Limited CAL (Dynamics CRM 4.0) → Limited CAL');
  assert.match(await became.innerText(), /writes accounts, contacts, leads, cases and activities now\./);
  await became.getByText('2 clauses').click();
  assert.match(await became.locator('.sources li').first().innerText(), /\s· reviewed \w{3} \d{4}/);

  await rulebook(page).selectOption({ label: 'Dynamics 365 (on-premises) · Apr 2018' });
  await openPart(rules, 'Step-ups and subscriptions for owners');
  const stepUp = ruleEntry(rules, 'Team Members to Sales CAL Step-up');
  const sold = 'Sold through Enterprise Agreement, Enterprise Agreement Subscription, ';
  assert.ok((await stepUp.innerText()).includes(sold));
  await openPart(rules, 'Programmes');
  assert.match(await ruleEntry(rules, 'Open Value').innerText(), /Offers licences and step-ups, always with Software Assurance\./);
  await openPart(rules, 'Good to know');
  assert.match(await ruleEntry(rules, 'Trial').innerText(), /^Trial\s+90 days/);

  await openPart(rules, 'Clauses by document');
  const guide = ruleEntry(rules, 'Dynamics 365 (on-premises) Licensing Guide, April 2018');
  const link = guide.getByRole('link');
  assert.equal(await link.getAttribute('href'), 'https://the-chronic.eu/microsoft/dynamics-365-on-premises-licensing-guide/');
  assert.match(await link.getAttribute('rel'), /noreferrer/);
  await guide.getByText(/^\d+ clauses$/).click();
  const clause = guide.getByRole('listitem').filter({ hasText: 'Only the user or the device needs a CAL' });
  assert.match(await clause.innerText(), /Internal Users, note\s· Microsoft’s text, quoted elsewhere\s· reviewed \w{3} \d{4}/);

  assert.deepEqual(record.requests.slice(loaded), []);
  assert.deepEqual(record.errors, []);
});

test('the rulebook is narrowed down to what is looked for, and closed again', async (t) => {
  const { page, record } = await visit(t);
  const rules = await openRules(page);
  const parts = rules.locator('.book > details > summary');
  const all = await parts.count();
  await rules.getByRole('textbox', { name: 'Find in the rules' }).fill('workgroup');
  await eventually(async () => assert.ok(await parts.count() < all));
  for (const entry of await rules.locator('.entry').all()) {
    assert.ok(await entry.isVisible(), 'what is found is open');
    assert.match(await entry.innerText(), /workgroup/i);
  }
  await rules.getByRole('textbox', { name: 'Find in the rules' }).fill('no such words');
  await rules.getByText('Nothing in this rulebook says that.').waitFor();
  await rules.getByText(/^Rules of Dynamics CRM/).click();
  await eventually(async () => assert.equal(await rules.locator('.book').count(), 0));
  assert.deepEqual(record.errors, []);
});
