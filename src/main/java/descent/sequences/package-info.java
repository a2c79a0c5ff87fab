/** Sequences of symbols: how to read one from what a model predicts. */
package descent.sequences;
