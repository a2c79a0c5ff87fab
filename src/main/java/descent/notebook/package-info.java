/**
 * What makes a notebook pleasant: arrays, tables and charts that show themselves, in JJava and
 * IJava.
 */
package descent.notebook;
