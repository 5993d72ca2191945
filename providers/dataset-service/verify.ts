import { report } from './verification/report.ts';
import { verifyContracts } from './verification/verify-contracts.ts';

const results = await verifyContracts(process.env).catch((error: Error) => error.message);
if (typeof results === 'string') {
  console.error(results);
  process.exitCode = 1;
} else {
  console.log(report('dataset-service', results));
  process.exitCode = results.success ? 0 : 1;
}
