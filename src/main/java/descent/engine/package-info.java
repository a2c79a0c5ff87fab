/**
 * How a loss that is written as two formulas for one number is applied to whole arrays: blocks,
 * cores, checks of the input. Nothing here knows any particular loss.
 */
package descent.engine;
