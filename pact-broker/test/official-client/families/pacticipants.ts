import type { Family } from '../step.ts';
import { lacks, NOWHERE, nobodyAnswers, notFound } from './lines.ts';

const creating = (...what: string[]) => [
  'Pacticipant does not exist, creating it at: http://broker',
  ...what.map((one) => `Creating pacticipant with ${one}`),
];

export const pacticipants: Family = {
  name: 'pacticipants',
  steps: [
    { run: 'list-pacticipants', exits: 0, prints: ['NAME | DISPLAY NAME'] },
    {
      run: "create-or-update-pacticipant --name 'Order Web' --display-name Shop --main-branch main --repository-url https://git.example.org/web",
      exits: 0,
      prints: [
        ...creating('display name: Shop', 'main branch: main', 'repository URL: https://git.example.org/web'),
        "Pacticipant 'Order Web' created successfully",
      ],
      leaves: ['/pacticipants/Order%20Web', { displayName: 'Shop', mainBranch: 'main', repositoryUrl: 'https://git.example.org/web' }],
    },
    {
      run: "create-or-update-pacticipant --name 'Order Web' --main-branch trunk --output json",
      exits: 0,
      prints: ["Pacticipant 'Order Web' updated successfully"],
      leaves: ['/pacticipants/Order%20Web', { displayName: 'Shop', mainBranch: 'trunk' }],
      flaw: 'it prints a sentence where it was asked for JSON',
    },
    {
      run: 'create-or-update-pacticipant --name a/b',
      exits: 0,
      prints: [...creating(), "Pacticipant 'a/b' created successfully"],
      leaves: ['/pacticipants/a%2Fb', { name: 'a/b' }],
    },
    { run: `create-or-update-pacticipant --name Web ${NOWHERE}`, exits: 1, prints: nobodyAnswers },
    { run: 'create-or-update-pacticipant', exits: 2, prints: lacks('--name <NAME>') },
    {
      run: "describe-pacticipant --name 'Order Web'",
      exits: 0,
      prints: [
        'Name: Order Web',
        'Display Name: Shop',
        'Main Branch: trunk',
        'Repo URL: https://git.example.org/web',
        'Created: <time>',
        'Updated: <time>',
      ],
    },
    { run: 'describe-pacticipant --name a/b --output json', exits: 0, prints: { json: { name: 'a/b', displayName: 'A/b' } } },
    { run: 'describe-pacticipant --name Nobody', exits: 1, prints: notFound('/pacticipants/Nobody') },
    { run: 'list-pacticipants --output table', exits: 0, prints: ['NAME | DISPLAY NAME', '"a/b" | "A/b"', '"Order Web" | "Shop"'] },
    {
      run: 'list-pacticipants --output json',
      exits: 0,
      prints: { json: { _embedded: { pacticipants: [{ name: 'a/b' }, { name: 'Order Web' }] } } },
    },
    { run: `list-pacticipants ${NOWHERE}`, exits: 1, prints: nobodyAnswers },
  ],
};
