// Every storage keeps the same promises.

import { describe } from 'vitest';
import { dataFolderBench, lmdbBench, memoryBench, simDiskBench } from '../../../support/storageBenches.ts';
import { storageContract } from '../../../support/storageContract.ts';

describe('memory', () => storageContract(memoryBench));
describe('the simulated disk', () => storageContract(simDiskBench));
describe('LMDB', () => storageContract(lmdbBench));
describe('the data folder, where personal documents are sealed', () => storageContract(dataFolderBench));
