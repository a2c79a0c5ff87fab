/** Data: from a CSV file to standardised arrays, split and in batches. */
package descent.data;
