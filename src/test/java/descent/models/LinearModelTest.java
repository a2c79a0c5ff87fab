package descent.models;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import descent.engine.Affine;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class LinearModelTest {

  @ParameterizedTest
  @CsvSource({
    "1, 1, 1",
    "7, 5, 1",
    "7, 6, 1",
    "9, 4, 3",
    "300, 30, 2",
    "2200, 10, 50" // this one goes through ND4J
  })
  void equalsTheFormula(int rows, int inputs, int outputs) {
    SplittableRandom random = new SplittableRandom(1);
    LinearModel model = new LinearModel(inputs, outputs);
    double[] theta = random.doubles(model.parameters(), -1, 1).toArray();
    double[][] x = new double[rows][];
    double[][] slopes = new double[rows][];
    double[][] predictions = new double[rows][outputs];
    double[] gradient = new double[theta.length];
    for (int r = 0; r < rows; r++) {
      x[r] = random.doubles(inputs, -1, 1).toArray();
      slopes[r] = random.doubles(outputs, -1, 1).toArray();
      for (int o = 0; o < outputs; o++) {
        predictions[r][o] = theta[inputs * outputs + o];
        gradient[inputs * outputs + o] += slopes[r][o];
        for (int j = 0; j < inputs; j++) {
          predictions[r][o] += x[r][j] * theta[j * outputs + o];
          gradient[j * outputs + o] += x[r][j] * slopes[r][o];
        }
      }
    }
    for (DataType type : new DataType[] {DataType.DOUBLE, DataType.FLOAT}) {
      double tolerance = type == DataType.DOUBLE ? 1e-10 : 2e-3;
      INDArray in = Nd4j.create(x).castTo(type);
      INDArray out = Nd4j.create(slopes).castTo(type);
      assertEquals(rows * inputs * outputs <= 1 << 20, Affine.isSmall(in, outputs));
      for (INDArray view : new INDArray[] {in, in.dup('f')}) {
        INDArray found = model.predict(theta, view);
        assertEquals(type, found.dataType());
        double[][] numbers = found.castTo(DataType.DOUBLE).toDoubleMatrix();
        for (int r = 0; r < rows; r++) {
          assertArrayEquals(predictions[r], numbers[r], tolerance);
        }
        double[] back = new double[theta.length];
        back[0] = Double.NaN;
        model.pullback(theta, view, out, back);
        assertArrayEquals(gradient, back, tolerance);
      }
    }
  }
}
