const FIRST = 200;

/** The number of a result in addresses: counted over the whole broker, from 200 on as the reference broker counts. */
export const verificationNumber = (id: number): number => id + FIRST - 1;

export const verificationIdOf = (number: number): number => number - FIRST + 1;
