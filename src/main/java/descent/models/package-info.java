/**
 * Models: from parameters and inputs to predictions, and back from the gradient of the predictions
 * to the gradient of the parameters.
 */
package descent.models;
