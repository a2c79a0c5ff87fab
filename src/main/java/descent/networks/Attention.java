package descent.networks;

import descent.engine.Require;
import descent.math.Exp;

/**
 * Attention: each later step of a sequence looks at all of the earlier part, most at what is most
 * like itself, and takes the mean of what it sees along.
 *
 * <pre>
 * eₜₛ = qₜ · kₛ / √units            k the states of the source's steps, q those of the later ones
 * aₜ  = softmax(eₜ)                 how much step t looks at each step s of the source
 * cₜ  = Σₛ aₜₛ kₛ                   the context
 * yₜ  = (cₜ, qₜ)
 *
 * ∂L/∂aₜₛ = ∂L/∂cₜ · kₛ
 * ∂L/∂eₜₛ = aₜₛ (∂L/∂aₜₛ − Σⱼ aₜⱼ ∂L/∂aₜⱼ)
 * </pre>
 *
 * <p>A row of the input is the steps' states, the source's first; a row of the output has two
 * vectors for each later step. There are no weights. The context is {@code
 * scaled_dot_product_attention} in PyTorch, with k as keys and values.
 *
 * <p>Source: Luong, Pham and Manning 2015, arXiv 1508.04025; the division by √units: Vaswani et al.
 * 2017, arXiv 1706.03762.
 *
 * @param units the numbers in a step's state, at least 1
 * @param sourceSteps how many steps are the source, at least 1
 */
public record Attention(int units, int sourceSteps) implements Layer {

  /**
   * Checks the numbers.
   *
   * @param units the numbers in a step's state
   * @param sourceSteps how many steps are the source
   * @throws IllegalArgumentException if one is below 1
   */
  public Attention {
    Require.that(units >= 1, "units", units, "1 or more");
    Require.that(sourceSteps >= 1, "sourceSteps", sourceSteps, "1 or more");
  }

  private int targetSteps(int inputs) {
    return inputs / units - sourceSteps;
  }

  @Override
  public int outputs(int inputs) {
    Require.that(
        inputs % units == 0 && targetSteps(inputs) >= 1,
        "inputs",
        inputs,
        "a multiple of " + units + " units, for more than " + sourceSteps + " steps");
    return targetSteps(inputs) * 2 * units;
  }

  @Override
  public int notes(int rows, int inputs) {
    return rows * targetSteps(inputs) * sourceSteps; // a
  }

  @Override
  public void forward(Pass p) {
    int targetSteps = targetSteps(p.inputs);
    int n = notes(p.rows, p.inputs);
    double[] e = new double[n];
    double root = Math.sqrt(units);
    for (int i = 0; i < n; i += sourceSteps) {
      int q = query(p, i / sourceSteps, targetSteps);
      double largest = Double.NEGATIVE_INFINITY;
      for (int s = 0; s < sourceSteps; s++) {
        e[i + s] = dot(p.x, q, p.x, key(p, i / sourceSteps, targetSteps, s)) / root;
        largest = Math.max(largest, e[i + s]);
      }
      for (int s = 0; s < sourceSteps; s++) {
        e[i + s] -= largest;
      }
    }
    Exp.of(e, p.notes, n);
    for (int i = 0; i < n; i += sourceSteps) {
      int step = i / sourceSteps;
      double sum = 0;
      for (int s = 0; s < sourceSteps; s++) {
        sum += p.notes[i + s];
      }
      int c = step * 2 * units;
      for (int j = 0; j < units; j++) {
        p.y[c + j] = 0;
      }
      for (int s = 0; s < sourceSteps; s++) {
        p.notes[i + s] /= sum;
        add(p.notes[i + s], p.x, key(p, step, targetSteps, s), p.y, c);
      }
      System.arraycopy(p.x, query(p, step, targetSteps), p.y, c + units, units);
    }
  }

  @Override
  public void backward(Pass p) {
    int targetSteps = targetSteps(p.inputs);
    double[] da = new double[sourceSteps];
    double root = Math.sqrt(units);
    for (int step = 0; step < p.rows * targetSteps; step++) {
      int a = step * sourceSteps;
      int q = query(p, step, targetSteps);
      int c = step * 2 * units;
      double mean = 0;
      for (int s = 0; s < sourceSteps; s++) {
        int k = key(p, step, targetSteps, s);
        da[s] = dot(p.dy, c, p.x, k);
        mean += p.notes[a + s] * da[s];
        add(p.notes[a + s], p.dy, c, p.dx, k);
      }
      add(1, p.dy, c + units, p.dx, q);
      for (int s = 0; s < sourceSteps; s++) {
        int k = key(p, step, targetSteps, s);
        double de = p.notes[a + s] * (da[s] - mean) / root;
        add(de, p.x, k, p.dx, q);
        add(de, p.x, q, p.dx, k);
      }
    }
  }

  /** Returns where the state of a later step lies, counted through all rows. */
  private int query(Pass p, int step, int targetSteps) {
    return step / targetSteps * p.inputs + (sourceSteps + step % targetSteps) * units;
  }

  /** Returns where the state of a step of the source lies, in the row of a later step. */
  private int key(Pass p, int step, int targetSteps, int s) {
    return step / targetSteps * p.inputs + s * units;
  }

  private double dot(double[] a, int at, double[] b, int bt) {
    double sum = 0;
    for (int j = 0; j < units; j++) {
      sum += a[at + j] * b[bt + j];
    }
    return sum;
  }

  private void add(double factor, double[] a, int at, double[] sum, int st) {
    for (int j = 0; j < units; j++) {
      sum[st + j] += factor * a[at + j];
    }
  }
}
