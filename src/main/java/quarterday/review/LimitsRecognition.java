package quarterday.review;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import quarterday.kpi.TypedLimits;
import quarterday.spc.Limits;
import quarterday.spc.LimitsMethod;

/**
 * Which method gives the limits that a workbook holds already.
 *
 * <p>A method reproduces the limits of a measure where mean, lower and upper limit, as far as they
 * are there, are within one unit of their last shown digit; a limit at the end of what is possible
 * may stand for one beyond it. It is recognised where it does so for at least four measures in
 * five.
 *
 * @param method the method; empty if none reproduces the limits
 * @param allMonths whether it does so only when all months count, whatever the window
 * @param measures how many measures have limits in the workbook
 * @param reproduced of how many of them the limits come out
 */
record LimitsRecognition(
    Optional<LimitsMethod> method, boolean allMonths, int measures, int reproduced) {

  /** One measure in so many may have limits that nobody brought up to date. */
  private static final int ONE_ODD_IN = 5;

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /** Draws limits as the chart does. */
  interface Drawing {
    /** The limits of a measure at the end of its series; empty where there are none. */
    Optional<Limits> limits(TypedLimits typed, LimitsMethod method, boolean allMonths);

    /** Whether the figures of a measure are per cent. */
    boolean isPercentage(TypedLimits typed);
  }

  /**
   * Tries one method after the other.
   *
   * @param typed what stands in the workbook
   * @param usual the method that is tried first, because it would be used anyway
   */
  static LimitsRecognition of(List<TypedLimits> typed, LimitsMethod usual, Drawing drawing) {
    List<TypedLimits> drawn =
        typed.stream()
            .filter(TypedLimits::hasLimit)
            .filter(one -> drawing.limits(one, usual, false).isPresent())
            .toList();
    List<LimitsMethod> methods = new ArrayList<>(List.of(usual));
    for (LimitsMethod method : LimitsMethod.values()) {
      if (method != usual) {
        methods.add(method);
      }
    }
    if (!drawn.isEmpty()) {
      for (boolean allMonths : new boolean[] {false, true}) {
        for (LimitsMethod method : methods) {
          int same = reproduced(drawn, method, allMonths, drawing);
          if (drawn.size() - same <= drawn.size() / ONE_ODD_IN) {
            return new LimitsRecognition(Optional.of(method), allMonths, drawn.size(), same);
          }
        }
      }
    }
    return new LimitsRecognition(Optional.empty(), false, drawn.size(), 0);
  }

  private static int reproduced(
      List<TypedLimits> typed, LimitsMethod method, boolean allMonths, Drawing drawing) {
    int same = 0;
    for (TypedLimits one : typed) {
      Optional<Limits> limits = drawing.limits(one, method, allMonths);
      same += limits.isPresent() && isSame(one, limits.get(), drawing.isPercentage(one)) ? 1 : 0;
    }
    return same;
  }

  private static boolean isSame(TypedLimits typed, Limits limits, boolean percentage) {
    boolean floor =
        limits.lower() < 0 && typed.lower().filter(l -> l.value().signum() == 0).isPresent();
    boolean ceiling =
        percentage
            && limits.upper() > HUNDRED.doubleValue()
            && typed.upper().filter(l -> l.value().compareTo(HUNDRED) == 0).isPresent();
    return isSame(typed.mean(), limits.centre())
        && (floor || isSame(typed.lower(), limits.lower()))
        && (ceiling || isSame(typed.upper(), limits.upper()));
  }

  private static boolean isSame(Optional<TypedLimits.Figure> typed, double drawn) {
    return typed.isEmpty()
        || typed.get().value().subtract(new BigDecimal(drawn)).abs().compareTo(typed.get().digit())
            <= 0;
  }
}
