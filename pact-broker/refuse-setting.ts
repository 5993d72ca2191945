/** What the system refuses is told with the setting to look at; our own errors say it themselves. */
export const refuseSetting = (setting: string) => (error: Error) => {
  throw 'errno' in error || 'errcode' in error ? new Error(`${setting}: ${error.message}`) : error;
};
