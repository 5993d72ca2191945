import { keyOf, type Parameter, parametersOf } from '../document/parameters.ts';
import { parameterNames } from './match-operations.ts';
import { type OperationPair, type Sides, sideBySide } from './pairs.ts';

/** The parameters of both sides; a path parameter keeps its place when its name changes. */
export function matchParameters(pair: OperationPair): Sides<Parameter>[] {
  const renamed = new Map<string, string>();
  const before = parameterNames(pair.base.path);
  parameterNames(pair.revision.path).forEach((name, index) => {
    renamed.set(name, before[index] ?? name);
  });
  const revision = new Map<string, Parameter>();
  for (const parameter of parametersOf(pair.revision).values()) {
    const name = parameter.in === 'path' ? (renamed.get(parameter.name) ?? parameter.name) : parameter.name;
    revision.set(keyOf({ in: parameter.in, name }), parameter);
  }
  return [...sideBySide(parametersOf(pair.base), revision).values()];
}
