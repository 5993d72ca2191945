import { Type } from 'typebox';
import { checkNames } from '../../domain/fields.ts';
import { labelPacticipant, readLabel, removeLabel } from '../../services/pacticipants/label-pacticipant.ts';
import { findLabelNames } from '../../storage/labels.ts';
import { answers, deletedAnswers, readAnswers, savedAnswers, unknown } from '../answers.ts';
import { representLabel, representLabelNames } from '../representations/pacticipants.ts';
import { Unread } from '../schemas/names.ts';
import { Label, Labels } from '../schemas/pacticipants.ts';
import { sendNothing } from '../send-nothing.ts';
import type { Routes } from './routes.ts';

const tags = ['Pacticipants'];
const read = { permission: 'read' } as const;
const write = { permission: 'write' } as const;
const LABEL = '/pacticipants/:pacticipant/labels/:label';
const LabelParams = Type.Object({ pacticipant: Type.String(), label: Type.String() });

export const labelRoutes: Routes = (app) => {
  app.get(
    '/labels',
    {
      schema: { operationId: 'listLabels', summary: 'Labels in use', tags, response: answers({ 200: 'The labels' }, Labels) },
      config: read,
    },
    async ({ tenant, urls }) => representLabelNames(await findLabelNames(tenant.db), urls),
  );

  app.get(
    LABEL,
    {
      schema: {
        operationId: 'getLabel',
        summary: 'A label of a pacticipant',
        tags,
        params: LabelParams,
        response: readAnswers('The label', Label),
      },
      config: read,
    },
    async ({ tenant, params, urls }) => representLabel(params.pacticipant, await readLabel(tenant.db, params), urls),
  );

  app.put(
    LABEL,
    {
      schema: {
        operationId: 'putLabel',
        summary: 'Put a label on a pacticipant',
        tags,
        params: LabelParams,
        body: Unread,
        response: { ...savedAnswers('The label', Label), ...unknown },
      },
      config: write,
    },
    async ({ tenant, params, urls }, reply) => {
      checkNames({ label: params.label });
      const { label, created } = await labelPacticipant(tenant, params);
      if (created) reply.code(201).header('location', urls.label(params.pacticipant, params.label));
      return representLabel(params.pacticipant, label, urls);
    },
  );

  app.delete(
    LABEL,
    {
      schema: {
        operationId: 'removeLabel',
        summary: 'Take a label off a pacticipant',
        tags,
        params: LabelParams,
        response: deletedAnswers,
      },
      config: write,
    },
    async ({ tenant, params }, reply) => {
      await removeLabel(tenant, params);
      return sendNothing(reply);
    },
  );
};
