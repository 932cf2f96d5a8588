/** The published figures that the words on the levers name, with their entries in the evidence. */
export const leverFigures = {
  reader: ['RH-004', 'cot_monitor'],
  watcher: ['RH-004', 'action_monitor'],
  probes: ['DM-001', 'generic_probes'],
  llama: ['DM-003', 'llama'],
  qwen: ['DM-003', 'qwen'],
  prompts: ['Y26-001', 'value'],
  tells: ['SA-001', 'model'],
  covertBefore: ['DM-009', 'o3_before'],
  covertAfter: ['DM-009', 'o3_after'],
  awareBefore: ['DM-010', 'o3_before'],
  awareAfter: ['DM-010', 'o3_after'],
  inoculated: ['M25-007', 'reduction'],
  trigger: ['SL-001', 'before'],
  triggerAfter: ['SL-001', 'after'],
  blackmail: ['Y26-022', 'before'],
  blackmailAfter: ['Y26-022', 'after'],
  authors: ['DM-014', 'value'],
} as const satisfies Record<string, readonly [id: string, figure: string]>;

/** Findings without a number that the words name besides. */
export const leverFindings = ['RH-005', 'DM-002', 'DM-004', 'M25-012', 'Y26-003'] as const;
