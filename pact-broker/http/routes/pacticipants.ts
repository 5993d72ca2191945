import { Type } from 'typebox';
import { readNewPacticipant, readPacticipantChanges, readPacticipantReplacement } from '../../domain/pacticipants/pacticipant-fields.ts';
import { deletePacticipant } from '../../services/pacticipants/delete-pacticipant.ts';
import { readPacticipant, readPacticipants } from '../../services/pacticipants/read-pacticipants.ts';
import { savePacticipant } from '../../services/pacticipants/save-pacticipant.ts';
import { answers, createdAnswers, deletedAnswers, readAnswers, savedAnswers } from '../answers.ts';
import { PageQuery, pageAskedFor } from '../paging.ts';
import { representPacticipant, representPacticipants, representPacticipantsTwice } from '../representations/pacticipants.ts';
import { NewPacticipant, Pacticipant, PacticipantChanges, Pacticipants } from '../schemas/pacticipants.ts';
import { sendNothing } from '../send-nothing.ts';
import type { Routes } from './routes.ts';

const tags = ['Pacticipants'];
const read = { permission: 'read' } as const;
const write = { permission: 'write' } as const;
const PacticipantParams = Type.Object({ pacticipant: Type.String() });
const ListQuery = Type.Object({
  ...PageQuery.properties,
  q: Type.Optional(Type.String({ description: 'Part of the name or display name' })),
});

export const pacticipantRoutes: Routes = (app) => {
  app.post(
    '/pacticipants',
    {
      schema: {
        operationId: 'createPacticipant',
        summary: 'Create a pacticipant; one of that name is changed',
        tags,
        body: NewPacticipant,
        response: createdAnswers('The pacticipant', Pacticipant),
      },
      config: write,
    },
    async ({ tenant, body, urls }, reply) => {
      const { name, changes } = readNewPacticipant(body);
      const saved = await savePacticipant(tenant, name, changes);
      // 201 even where it was there already: clients that make sure of a pacticipant take any other status for a failure.
      reply.code(201).header('location', urls.pacticipant(name));
      return representPacticipant(saved, urls);
    },
  );

  app.get(
    '/pacticipants',
    {
      schema: {
        operationId: 'listPacticipants',
        summary: 'Pacticipants, by name',
        tags,
        querystring: ListQuery,
        response: answers({ 200: 'The pacticipants' }, Pacticipants),
      },
      config: read,
    },
    async ({ tenant, query, urls }) => {
      const page = pageAskedFor(query);
      const { q } = query;
      const list = await readPacticipants(tenant.db, { q }, page);
      return representPacticipantsTwice({ ...list, page, query: q === undefined ? {} : { q } }, urls);
    },
  );

  app.get(
    '/pacticipants/label/:label',
    {
      schema: {
        operationId: 'listPacticipantsWithLabel',
        summary: 'Pacticipants with a label',
        tags,
        params: Type.Object({ label: Type.String() }),
        response: answers({ 200: 'The pacticipants, none if nothing has the label' }, Pacticipants),
      },
      config: read,
    },
    async ({ tenant, params, urls }) => {
      const list = await readPacticipants(tenant.db, { label: params.label });
      return representPacticipants({ ...list, page: undefined }, urls);
    },
  );

  app.get(
    '/pacticipants/:pacticipant',
    {
      schema: {
        operationId: 'getPacticipant',
        summary: 'A pacticipant',
        tags,
        params: PacticipantParams,
        response: readAnswers('The pacticipant', Pacticipant),
      },
      config: read,
    },
    async ({ tenant, params, urls }) => representPacticipant(await readPacticipant(tenant.db, params.pacticipant), urls),
  );

  for (const { method, operationId, summary, readBody } of [
    { method: 'PUT', operationId: 'replacePacticipant', summary: 'Create or replace a pacticipant', readBody: readPacticipantReplacement },
    { method: 'PATCH', operationId: 'updatePacticipant', summary: 'Create or change a pacticipant', readBody: readPacticipantChanges },
  ]) {
    app.route<{ Params: { pacticipant: string } }>({
      method,
      url: '/pacticipants/:pacticipant',
      schema: {
        operationId,
        summary,
        tags,
        params: PacticipantParams,
        body: PacticipantChanges,
        response: savedAnswers('The pacticipant', Pacticipant),
      },
      config: write,
      handler: async ({ tenant, params, body, urls }, reply) => {
        const { pacticipant } = params;
        const saved = await savePacticipant(tenant, pacticipant, readBody(pacticipant, body));
        if (saved.created) reply.code(201).header('location', urls.pacticipant(pacticipant));
        return representPacticipant(saved, urls);
      },
    });
  }

  app.delete(
    '/pacticipants/:pacticipant',
    {
      schema: {
        operationId: 'deletePacticipant',
        summary: 'Delete a pacticipant with all that belongs to it',
        tags,
        params: PacticipantParams,
        response: deletedAnswers,
      },
      config: write,
    },
    async ({ tenant, params }, reply) => {
      await deletePacticipant(tenant, params.pacticipant);
      return sendNothing(reply);
    },
  );
};
