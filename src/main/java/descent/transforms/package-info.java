/** What is done to a gradient before an optimizer gets it. */
package descent.transforms;
