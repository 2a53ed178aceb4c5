package quarterday.check;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import quarterday.kpi.Finding;
import quarterday.review.MeasureReview;

/** A measure of the last report that is gone, or goes by another name. */
final class DroppedMeasure implements Check {
  /** Two measures rarely share as many figures. */
  private static final int SHARED = 3;

  @Override
  public CheckRule rule() {
    return CheckRule.DROPPED_MEASURE;
  }

  @Override
  public void look(Subject subject, Consumer<Finding> found) {
    Set<String> now =
        subject.measures().stream()
            .map(m -> LastReport.lasting(m.measure().id()))
            .collect(Collectors.toSet());
    Set<String> then =
        subject.before().measures().stream()
            .map(LastReport.Recorded::id)
            .collect(Collectors.toSet());
    List<MeasureReview> added =
        subject.measures().stream()
            .filter(m -> !then.contains(LastReport.lasting(m.measure().id())))
            .toList();
    for (LastReport.Recorded old : subject.before().measures()) {
      if (now.contains(old.id())) {
        continue;
      }
      if (added.stream().anyMatch(old::isNamed)) {
        continue;
      }
      Optional<MeasureReview> renamed =
          added.stream().filter(measure -> isSame(old, measure)).findFirst();
      found.accept(
          renamed
              .map(
                  measure ->
                      Subject.at(
                          rule(),
                          measure,
                          measure.row().name(),
                          String.format(
                              Locale.ROOT,
                              "\u201c%s\u201d was reported last time and seems to be \u201c%s\u201d now; write the former name under Also known as on the Measures sheet, so that its history stays.",
                              old.name(),
                              measure.measure().name())))
              .orElseGet(
                  () ->
                      Finding.about(
                          rule(),
                          subject.snapshot().sheet(old.sheet()).isPresent() ? old.sheet() : "",
                          String.format(
                              Locale.ROOT,
                              "\u201c%s\u201d was reported last time and is missing now; add it, or say why it stopped.",
                              old.name()))));
    }
  }

  private static boolean isSame(LastReport.Recorded old, MeasureReview measure) {
    long shared =
        Subject.figures(measure).entrySet().stream()
            .filter(
                entry ->
                    old.value(entry.getKey())
                        .filter(
                            (BigDecimal value) ->
                                value.compareTo(entry.getValue().value().orElseThrow()) == 0)
                        .isPresent())
            .count();
    return shared >= SHARED && shared * 4 >= old.figures().size() * 3L;
  }
}
