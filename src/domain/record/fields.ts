/** Fields that several parts of a record share. */
import {z} from 'zod';

export const bytes = z.int().nonnegative();
export const index = z.int().nonnegative();
export const line = z.int().positive();
export const seconds = z.number().nonnegative();
export const hash = z.string().regex(/^[0-9a-f]{64}$/);
export const digest = z.string().regex(/^sha256:[0-9a-f]{64}$/);
