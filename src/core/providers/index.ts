/** Matching names, domains, addresses and hosts to providers, and choosing among their servers. */
export { BUSINESS_MAIL, businessProviders } from './business.ts';
export { alignmentDistance } from './distance.ts';
export { buildDeleteIndex, candidates, type DeleteIndex } from './deletes.ts';
export { findProvider } from './find.ts';
export { isUnverified, oldestYear } from './freshness.ts';
export { homographOf } from './homograph.ts';
export { inMenus, localNameIn } from './local-name.ts';
export { fittingServers, type Fitting, type Part } from './parts.ts';
export { alsoRight, settingsFor } from './settings.ts';
export { type LookUp, lookUp } from './look-up.ts';
