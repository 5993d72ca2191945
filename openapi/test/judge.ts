import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

/** The independent judge: what it says of a value is right, and the engine must not contradict it. */
const ajv = new Ajv2020({ strict: false, allErrors: false, logger: false, validateFormats: true });
(addFormats as unknown as (validator: Ajv2020) => void)(ajv);

/** Undefined where the judge itself fails: of some schemas Ajv 8 makes code that refers to variables it has not declared. */
export function judgeOf(schema: unknown): (value: unknown) => boolean | undefined {
  const validate = ajv.compile(schema as object);
  return (value) => {
    try {
      return validate(value) as boolean;
    } catch {
      return undefined;
    }
  };
}
