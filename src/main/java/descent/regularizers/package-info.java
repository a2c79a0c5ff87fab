/** Prices on weights that keep a model simple. */
package descent.regularizers;
