/**
 * Loss functions. Each is a record: with two formulas, the loss and its slope, or with one method
 * for a row.
 */
package descent.losses;
