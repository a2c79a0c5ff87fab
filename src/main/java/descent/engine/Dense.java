package descent.engine;

import java.lang.ref.Reference;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.shape.Shape;

/**
 * The elements of an array of floats or doubles in row-major order, read and written in blocks of
 * doubles. Bulk copies from and to the array's own memory are fast; single elements are not.
 */
final class Dense implements AutoCloseable {
  private final INDArray array; // keeps the off-heap memory alive while its buffer is in use
  private final INDArray source; // what this reads from or writes back to; the array or a view
  private final DoubleBuffer doubles;
  private final FloatBuffer floats;
  private final int offset;

  private Dense(INDArray array, INDArray source) {
    this.array = array;
    this.source = source;
    Pointer pointer = array.data().pointer();
    this.doubles = pointer instanceof DoublePointer d ? d.asBuffer() : null;
    this.floats = pointer instanceof FloatPointer f ? f.asBuffer() : null;
    this.offset = Math.toIntExact(array.offset());
  }

  /** For reading. Views, transposes and column-major arrays are copied first. */
  static Dense reading(INDArray array) {
    return new Dense(isDense(array) ? array : array.dup('c'), array);
  }

  /** For writing. What is written to a view arrives there with {@link #flush}. */
  static Dense writing(INDArray array) {
    return new Dense(isDense(array) ? array : array.ulike().dup('c'), array);
  }

  static boolean isDouble(INDArray array) {
    return array.dataType() == DataType.DOUBLE;
  }

  boolean isFloat() {
    return floats != null;
  }

  static boolean isDense(INDArray array) {
    return array.ordering() == 'c' && Shape.hasDefaultStridesForShape(array);
  }

  /** Copies n elements, the first of which has the index {@code from}, into a block. */
  void read(int from, double[] block, float[] scratch, int n) {
    if (doubles != null) {
      doubles.get(offset + from, block, 0, n);
    } else {
      read(from, scratch, n);
      for (int i = 0; i < n; i++) {
        block[i] = scratch[i];
      }
    }
  }

  /** As {@link #read(int, double[], float[], int)}, from an array of floats. */
  void read(int from, float[] block, int n) {
    floats.get(offset + from, block, 0, n);
  }

  /** Copies n elements of a block to where the first has the index {@code from}. */
  void write(int from, double[] block, float[] scratch, int n) {
    if (doubles != null) {
      doubles.put(offset + from, block, 0, n);
    } else {
      for (int i = 0; i < n; i++) {
        scratch[i] = (float) block[i];
      }
      write(from, scratch, n);
    }
  }

  /** As {@link #write(int, double[], float[], int)}, to an array of floats. */
  void write(int from, float[] block, int n) {
    floats.put(offset + from, block, 0, n);
  }

  /** Writes to a view what was written to its copy. */
  void flush() {
    if (array != source) {
      source.assign(array);
    }
  }

  /** Ends reading or writing. */
  @Override
  public void close() {
    if (array != source) {
      array.close();
    }
    Reference.reachabilityFence(array);
  }
}
