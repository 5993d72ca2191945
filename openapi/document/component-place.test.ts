import { componentPlace } from './component-place.ts';

const PLACES: readonly (readonly [pointer: string, place: string | undefined])[] = [
  ['/components/schemas/Pet', 'Pet'],
  ['/components/schemas/Pet/properties/name/maxLength', 'Pet.name'],
  ['/components/schemas/Pet/properties/tags/items/enum/2', 'Pet.tags[]'],
  ['/components/schemas/Pet/properties/items', 'Pet.items'],
  ['/components/schemas/Pet/allOf/1/properties/owner/anyOf/0', 'Pet.owner.anyOf[0]'],
  ['/components/schemas/Pet/additionalProperties/properties/~1a', 'Pet.*./a'],
  ['/components/schemas/Pet/required', 'Pet'],
  ['/components/schemas/Pet/if/then', 'Pet.if.then'],
  ['/definitions/io.k8s.api.core.v1.Pod/properties/spec', 'io.k8s.api.core.v1.Pod.spec'],
  ['/components/parameters/limit', 'parameters/limit'],
  ['/components/parameters/limit/schema/maximum', 'parameters/limit'],
  ['/parameters/limit/maximum', 'parameters/limit'],
  ['/components/responses/NotFound/content/application~1json/schema/properties/code', 'responses/NotFound application/json.code'],
  ['/components/responses/NotFound/headers/X-Rate', 'responses/NotFound header X-Rate'],
  ['common/pets.yaml#/components/schemas/Pet/properties/name', 'Pet.name'],
  ['common/pets.yaml#/Pet/properties/name', 'Pet.name'],
  ['common/pet.yaml#/properties/name', 'common/pet.yaml.name'],
  ['common/pet.yaml#', 'common/pet.yaml'],
  ['common/all.yaml#/schemas/Pet/properties/name', 'Pet.name'],
  ['common/all.yaml#/parameters/limit/schema', 'parameters/limit'],
  ['common/all.yaml#/get/properties/name', 'get.name'],
  ['common/all.yaml#/properties/get', 'common/all.yaml.get'],
  ['paths/pets.yaml#/get', undefined],
  ['paths/pets.yaml#/get/responses/200/content/application~1json/schema/properties/name', undefined],
  ['paths/pets.yaml#/parameters/0/schema/maximum', undefined],
  ['paths/all.yaml#/pets/post', undefined],
  ['paths/all.yaml#/pets/post/parameters/1', undefined],
  ['paths/all.yaml#/pets/parameters/0', undefined],
  ['services/pets.yaml#/paths/~1pets/get', undefined],
  ['/paths/~1pets/get/responses/200/content/application~1json/schema', undefined],
  ['/info/version', undefined],
  ['', undefined],
];

test.each(PLACES)('%s is in %s', (pointer, place) => {
  const { name, way } = componentPlace(pointer) ?? {};
  expect(name && `${name}${way}`).toBe(place);
});
