/** Finding objects: boxes, anchors, and how good a list of detections is. */
package descent.detection;
