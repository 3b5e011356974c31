export const traits = {};
