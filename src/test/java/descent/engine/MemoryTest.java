package descent.engine;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class MemoryTest {

  private final INDArray whole = Nd4j.zeros(DataType.DOUBLE, 6, 4);

  @Test
  void refusesWhatOverlapsAndNothingElse() {
    INDArray upper = whole.getRow(0);
    INDArray lower = whole.getRow(5);
    assertDoesNotThrow(() -> Memory.requireApart("a", upper, "b", lower));
    assertDoesNotThrow(() -> Memory.requireApart("a", whole, "b", whole.dup()));
    assertThrows(IllegalArgumentException.class, () -> Memory.requireApart("a", whole, "b", lower));
    assertThrows(
        IllegalArgumentException.class,
        () -> Memory.requireApart("a", whole.transpose(), "b", lower));
  }
}
