/** Learning-rate schedules: the rate as a function of the progress made. */
package descent.schedules;
