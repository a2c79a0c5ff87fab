/**
 * From a network's logits, step by step, to a sequence of labels, and how far it is from the right
 * one.
 */
package descent.sequences;
