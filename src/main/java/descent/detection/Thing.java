package descent.detection;

import descent.engine.Require;

/**
 * An object that is in a picture: the truth that detections are held against.
 *
 * @param box where it is
 * @param label its class, from 1; 0 is the background
 */
public record Thing(Box box, int label) {

  /**
   * Checks the arguments.
   *
   * @param box where it is
   * @param label its class, from 1
   * @throws IllegalArgumentException if the box is null, or the label below 1
   */
  public Thing {
    Require.nonNull("box", box);
    Require.that(label >= 1, "label", label, "1 or more");
  }
}
