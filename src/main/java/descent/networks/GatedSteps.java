package descent.networks;

import descent.engine.Product;
import descent.math.Exp;
import descent.math.HyperbolicTangent;

/**
 * Some steps of a gated recurrent unit that have the same weights. Inside, arrays lie step by step,
 * so that each step is one product of matrices for all rows. Of each state the pass notes r, z, n
 * and q = h Uₙ + cₙ, each [rows, units].
 */
record GatedSteps(int features, int units, int from, int to, int at) {

  void forward(Pass p) {
    int rows = p.rows;
    int n = rows * units;
    int gates = 3 * units;
    double[] gx = biases(p.theta, at + gates * (features + units), (to - from) * rows);
    Product.add(inputs(p), features, 1, (to - from) * rows, features, p.theta, at, gates, gx, 0);
    double[] sums = new double[2 * n];
    double[] sigma = new double[2 * n];
    double[] news = new double[n];
    for (int s = from; s < to; s++) {
      double[] h = state(p, s - 1);
      double[] gh = biases(p.theta, at + gates * (features + units + 1), rows);
      Product.add(h, units, 1, rows, units, p.theta, at + gates * features, gates, gh, 0);
      for (int r = 0; r < rows; r++) {
        int x = ((s - from) * rows + r) * gates;
        for (int j = 0; j < units; j++) {
          int i = r * units + j;
          sums[i] = -gx[x + j] - gh[r * gates + j];
          sums[n + i] = -gx[x + units + j] - gh[r * gates + units + j];
        }
      }
      Exp.of(sums, sigma, 2 * n);
      for (int i = 0; i < 2 * n; i++) {
        sigma[i] = 1 / (1 + sigma[i]);
      }
      int notes = s * 4 * n;
      System.arraycopy(sigma, 0, p.notes, notes, 2 * n);
      for (int r = 0; r < rows; r++) {
        int x = ((s - from) * rows + r) * gates + 2 * units;
        for (int j = 0; j < units; j++) {
          int i = r * units + j;
          double q = gh[r * gates + 2 * units + j];
          p.notes[notes + 3 * n + i] = q;
          news[i] = gx[x + j] + sigma[i] * q;
        }
      }
      HyperbolicTangent.of(news, news, n);
      System.arraycopy(news, 0, p.notes, notes + 2 * n, n);
      for (int i = 0; i < n; i++) {
        h[i] = news[i] + sigma[n + i] * (h[i] - news[i]);
      }
      for (int r = 0; r < rows; r++) {
        System.arraycopy(h, r * units, p.y, r * p.outputs + s * units, units);
      }
    }
  }

  /** Goes back from ∂L/∂h of the last state, which becomes that of the state before the first. */
  void backward(Pass p, double[] dh) {
    int rows = p.rows;
    int n = rows * units;
    int gates = 3 * units;
    int all = (to - from) * rows;
    double[] dgx = new double[all * gates];
    double[] dgh = new double[all * gates];
    double[] before = new double[all * units];
    double[] transposed = transposed(p.theta, at + gates * features, units, gates);
    double[] block = new double[rows * gates];
    for (int s = to - 1; s >= from; s--) {
      double[] h = state(p, s - 1);
      System.arraycopy(h, 0, before, (s - from) * n, n);
      int notes = s * 4 * n;
      for (int r = 0; r < rows; r++) {
        int y = r * p.outputs + s * units;
        for (int j = 0; j < units; j++) {
          int i = r * units + j;
          int g = r * gates + j;
          double reset = p.notes[notes + i];
          double z = p.notes[notes + n + i];
          double news = p.notes[notes + 2 * n + i];
          double slope = dh[i] + p.dy[y + j];
          double dNew = slope * (1 - z) * (1 - news * news);
          block[g] = dNew * p.notes[notes + 3 * n + i] * reset * (1 - reset);
          block[g + units] = slope * (h[i] - news) * z * (1 - z);
          block[g + 2 * units] = dNew;
          dh[i] = slope * z;
        }
      }
      System.arraycopy(block, 0, dgx, (s - from) * rows * gates, rows * gates);
      for (int r = 0; r < rows; r++) {
        for (int j = 0; j < units; j++) {
          block[r * gates + 2 * units + j] *= p.notes[notes + r * units + j];
        }
      }
      System.arraycopy(block, 0, dgh, (s - from) * rows * gates, rows * gates);
      Product.add(block, gates, 1, rows, gates, transposed, 0, units, dh, 0);
    }
    int u = at + gates * features;
    int b = u + gates * units;
    Product.add(inputs(p), 1, features, features, all, dgx, 0, gates, p.gradient, at);
    Product.add(before, 1, units, units, all, dgh, 0, gates, p.gradient, u);
    for (int i = 0; i < all * gates; i++) {
      p.gradient[b + i % gates] += dgx[i];
      p.gradient[b + gates + i % gates] += dgh[i];
    }
    if (p.dxWanted) {
      double[] dx = new double[all * features];
      double[] w = transposed(p.theta, at, features, gates);
      Product.add(dgx, gates, 1, all, gates, w, 0, features, dx, 0);
      for (int s = from; s < to; s++) {
        for (int r = 0; r < rows; r++) {
          System.arraycopy(
              dx, ((s - from) * rows + r) * features, p.dx, r * p.inputs + s * features, features);
        }
      }
    }
  }

  /** Returns the features, [steps × rows, features]. */
  private double[] inputs(Pass p) {
    double[] x = new double[(to - from) * p.rows * features];
    for (int s = from; s < to; s++) {
      for (int r = 0; r < p.rows; r++) {
        int to = ((s - from) * p.rows + r) * features;
        System.arraycopy(p.x, r * p.inputs + s * features, x, to, features);
      }
    }
    return x;
  }

  /** Returns the states after a step, [rows, units]; 0 before the first. */
  private double[] state(Pass p, int step) {
    double[] h = new double[p.rows * units];
    for (int r = 0; step >= 0 && r < p.rows; r++) {
      System.arraycopy(p.y, r * p.outputs + step * units, h, r * units, units);
    }
    return h;
  }

  /** Returns the same three biases of a unit in so many rows. */
  private double[] biases(double[] theta, int from, int rows) {
    double[] all = new double[rows * 3 * units];
    for (int r = 0; r < rows; r++) {
      System.arraycopy(theta, from, all, r * 3 * units, 3 * units);
    }
    return all;
  }

  private static double[] transposed(double[] theta, int from, int rows, int columns) {
    double[] t = new double[rows * columns];
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        t[j * rows + i] = theta[from + i * columns + j];
      }
    }
    return t;
  }
}
