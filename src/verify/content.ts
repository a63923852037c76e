import { isNumberKey } from './numbers.ts';
import { list } from './senses.ts';

/**
 * Words that make sentences of other words. A text that shares only these with what was said ("we will … the …") shares
 * nothing with it. Spelled as keys are.
 */
const FUNCTION = list(
  'a an the this that these those such some any each every all both either neither no none other another same own ' +
    'i me my mine myself we us our ours ourselves you your yours yourself he him his himself she her hers herself it its ' +
    'itself they them their theirs themselves one ones who whom whose which what when where why how ' +
    "is am are was were be been being do does did done doing have has had having will would shall should can could may might must ought 's 'd " +
    'not never nor or and but if unless until than then as at by for from in into of off on onto out over to toward towards under up upon ' +
    'with within without about above across after again against along among around because before behind below between beyond down during ' +
    'near per since so through throughout till via while whether though although yet also too very just only even still ever always now here ' +
    'there more most much many few less least lot lots well really quite rather let get gets got getting go goes going went gone come comes ' +
    'make makes made making take takes taken say says said saying thing things something anything nothing everything someone anyone everyone ' +
    'nobody everybody somebody way ways want wants need needs know knows think like back',
);

/** Whether a word says something by itself; numbers do. */
export const isContent = (key: string): boolean => isNumberKey(key) || !FUNCTION.has(key);

export const contentOf = (keys: readonly string[]): number => keys.filter(isContent).length;
