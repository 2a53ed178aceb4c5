package quarterday.spc;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;

/** Where the centre line and the limits come from. */
public enum LimitsMethod {
  /**
   * Mean plus and minus 2.66 times the average moving range: the individuals chart.
   *
   * <p>Source: Wheeler, <i>Understanding Variation</i>; NHS England, Making Data Count.
   */
  MOVING_RANGE("Moving range", ControlConstants.MOVING_RANGE_FACTOR, "xmr|imr|mr|individuals") {
    @Override
    Optional<Variation> variation(Sample sample, Exact centre) {
      return sample.averageRange();
    }
  },

  /**
   * The same, with the average taken again, once, without moving ranges of 3.267 times the average
   * or more, unless fewer than eight or an average of zero would be left.
   *
   * <p>Source: the upper limit of the moving-range chart (D4), as NHSRplotthedots offers it.
   */
  MOVING_RANGE_SCREENED(
      "Moving range, screened", ControlConstants.MOVING_RANGE_FACTOR, "screened|xmrscreened") {
    @Override
    Optional<Variation> variation(Sample sample, Exact centre) {
      return sample.screenedRange();
    }
  },

  /**
   * Mean plus and minus three sample standard deviations (divisor n - 1, Excel's STDEV.S).
   *
   * <p>Source: the text of the force exception report of 2020/21 Q1.
   */
  STANDARD_DEVIATION("Standard deviation", ControlConstants.SIGMAS, "sd|stdev|stdevs") {
    @Override
    Optional<Variation> variation(Sample sample, Exact centre) {
      return sample.standardDeviation();
    }
  },

  /**
   * Median plus and minus 3.145 times the median moving range.
   *
   * <p>Source: Wheeler, <i>Understanding Statistical Process Control</i>.
   */
  MEDIAN_MOVING_RANGE(
      "Median moving range", ControlConstants.MEDIAN_RANGE_FACTOR, "median|medianmr") {
    @Override
    Exact centre(Sample sample) {
      return sample.median();
    }

    @Override
    Optional<Variation> variation(Sample sample, Exact centre) {
      return sample.medianRange();
    }
  },

  /**
   * Mean plus and minus three times the square root of the mean: counts that vary as Poisson's.
   *
   * <p>Example: a mean of 4 has the limits 4 - 3 x 2 = -2 and 4 + 3 x 2 = 10. Source: Montgomery.
   */
  COUNT_C("Count (c)", ControlConstants.SIGMAS, "c|count") {
    @Override
    Optional<Variation> variation(Sample sample, Exact centre) {
      return sample.poisson(centre);
    }
  },

  /**
   * Total over total, plus and minus three times the square root of that over each denominator.
   *
   * <p>Example: 0.5 with the denominator 50 has the upper limit 0.5 + 3 x 0.1 = 0.8. Source:
   * Montgomery.
   */
  RATE_U("Rate (u)", ControlConstants.SIGMAS, "u|rate") {
    @Override
    Exact centre(Sample sample) {
      return sample.ratio();
    }

    @Override
    Optional<Variation> variation(Sample sample, Exact centre) {
      return sample.poissonRate(centre);
    }
  },

  /**
   * Total over total, p, plus and minus three times the square root of p(1 - p) over each
   * denominator.
   *
   * <p>Example: 0.5 with the denominator 100 has the upper limit 0.5 + 3 x 0.05 = 0.65. Source:
   * Montgomery.
   */
  PROPORTION_P("Proportion (p)", ControlConstants.SIGMAS, "p|proportion") {
    @Override
    Exact centre(Sample sample) {
      return sample.ratio();
    }

    @Override
    Optional<Variation> variation(Sample sample, Exact centre) {
      return sample.binomial(centre);
    }
  },

  /**
   * The p limits with their width multiplied by sigma z, the average moving range of the z values
   * over 1.128.
   *
   * <p>Source: Laney, "Improved control charts for attributes", Quality Engineering, 2002.
   */
  PROPORTION_P_PRIME("Proportion (p prime)", ControlConstants.SIGMAS, "pprime|laney") {
    @Override
    Exact centre(Sample sample) {
      return sample.ratio();
    }

    @Override
    Optional<Variation> variation(Sample sample, Exact centre) {
      return sample.laney(centre);
    }
  };

  private final String label;
  private final BigDecimal factor;
  private final String shortForms;

  /**
   * @param shortForms alternatives, as a pattern
   */
  LimitsMethod(String label, BigDecimal factor, String shortForms) {
    this.label = label;
    this.factor = factor;
    this.shortForms = shortForms;
  }

  /** The name as settings hold it. */
  public String label() {
    return label;
  }

  /** Whether the limits need numerators and denominators. */
  public boolean needsParts() {
    return this == RATE_U || this == PROPORTION_P || this == PROPORTION_P_PRIME;
  }

  /**
   * Reads a label, whatever its case, spaces and punctuation, or a short form such as {@code xmr},
   * {@code sd}, {@code median}, {@code c}, {@code u}, {@code p}, {@code pprime} or {@code p'}.
   */
  public static Optional<LimitsMethod> parse(String text) {
    String key = key(text);
    for (LimitsMethod method : values()) {
      if (key.equals(key(method.label)) || key.matches("(?:" + method.shortForms + ")(?:chart)?")) {
        return Optional.of(method);
      }
    }
    return Optional.empty();
  }

  BigDecimal factor() {
    return factor;
  }

  /** The centre line that a sample gives. */
  Exact centre(Sample sample) {
    return sample.mean();
  }

  /** The variation around the centre; empty where the sample cannot tell. */
  abstract Optional<Variation> variation(Sample sample, Exact centre);

  private static String key(String text) {
    return text.toLowerCase(Locale.ROOT)
        .replaceAll("['\u2019\u2032]", "prime")
        .replaceAll("[^a-z0-9]", "");
  }
}
