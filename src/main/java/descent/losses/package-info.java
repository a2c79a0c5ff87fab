/** Loss functions. Each is a record with two formulas: the loss and its slope. */
package descent.losses;
