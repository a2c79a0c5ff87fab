/**
 * From what a network predicts, step by step, to a sequence of symbols, and how far it is from the
 * right one.
 */
package descent.sequences;
