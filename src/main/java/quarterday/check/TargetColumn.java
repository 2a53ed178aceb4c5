package quarterday.check;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import quarterday.commentary.Figure;
import quarterday.commentary.Sentence;
import quarterday.commentary.TargetWord;
import quarterday.kpi.BetterWhen;
import quarterday.kpi.Finding;
import quarterday.kpi.Measure;
import quarterday.kpi.MeasureTable;
import quarterday.kpi.TargetSpan;
import quarterday.kpi.Unit;
import quarterday.review.MeasureReview;
import quarterday.sheet.Address;

/**
 * A column that says whether targets are met and is wrong about one, and a target in the table that
 * is not the one that the commentary quotes.
 */
final class TargetColumn implements Check {
  private static final Pattern HEADING =
      Pattern.compile(
          "(?:(?:is |was )?(?:the )?(?:on )?target )?(?:met|achieved|reached|hit)(?: target)?\\??"
              + "|(?:on|against|v|vs|versus) target\\??|(?:target )?status|rag(?: rating| status)?|met ?(?:/|or) ?(?:missed|not met)");
  private static final Pattern MET =
      Pattern.compile(
          "(?i)\\s*(?:yes|y|met|target met|achieved|reached|hit|on target|green|g|\u2713|\u2714|pass(?:ed)?)\\s*[.!]?\\s*");
  private static final Pattern MISSED =
      Pattern.compile(
          "(?i)\\s*(?:no|n|not met|target not met|missed|not achieved|not reached|off target|unmet|red|r|\u2717|\u2718|fail(?:ed)?)\\s*[.!]?\\s*");

  /** What is better the more of it there is, and the less. */
  private static final Pattern MORE =
      Pattern.compile(
          "(?i)\\b(offered|delivered|completed|held|attended|trained|answered|supported|resolved|recruited|satisf\\w+|on time|in time|within)\\b");

  private static final Pattern LESS =
      Pattern.compile(
          "(?i)\\b(overdue|outstanding|backlog|late|missed|lost|breach\\w*|abandon\\w*|sick\\w*|absence|vacanc\\w+|waiting|not answered|unanswered)\\b");

  private static final BigDecimal HALF = BigDecimal.valueOf(50);

  /** Words by which another target than the report's is meant. */
  private static final List<String> OTHER =
      List.of(
          "next",
          "last",
          "previous",
          "new",
          "old",
          "former",
          "national",
          "stretch",
          "interim",
          "from",
          "until",
          "will",
          "raised",
          "lowered",
          "changed");

  @Override
  public CheckRule rule() {
    return CheckRule.TARGET_WORDS;
  }

  @Override
  public void look(Subject subject, Consumer<Finding> found) {
    for (MeasureTable table : subject.book().tables()) {
      for (Subject.TypedColumn column : subject.typedColumns(table)) {
        if (HEADING.matcher(column.heading()).matches()) {
          subject.measures(table).forEach(m -> verdict(subject, m, column.column(), found));
        }
      }
    }
    subject.narratives().forEach(narrative -> quoted(narrative, found));
  }

  private void verdict(
      Subject subject, MeasureReview measure, int column, Consumer<Finding> found) {
    Address cell = new Address(measure.row().row(), column);
    String typed = subject.sheet(measure).at(cell).content().text().orElse("");
    boolean met = MET.matcher(typed).matches();
    Optional<BigDecimal> target = target(measure);
    Optional<BigDecimal> now =
        Subject.figure(measure, measure.quarter().period())
            .flatMap(o -> o.value())
            .or(() -> measure.quarter().value());
    Optional<BetterWhen> better = target.flatMap(t -> better(measure.measure(), t));
    if ((!met && !MISSED.matcher(typed).matches()) || now.isEmpty() || better.isEmpty()) {
      return;
    }
    int side = now.get().compareTo(target.get());
    boolean right = better.get() == BetterWhen.HIGHER ? side >= 0 : side <= 0;
    // What is on the target by rounding alone may be judged either way.
    boolean nearly = Rounded.agrees(target.get(), now.get());
    if (met != right && (side == 0 || !nearly)) {
      found.accept(
          Subject.at(
              rule(),
              measure,
              cell,
              String.format(
                  Locale.ROOT,
                  "%s: \u201c%s\u201d is typed, but %s is %s the target of %s; correct whichever is wrong.",
                  measure.measure().name(),
                  typed.strip(),
                  Rounded.text(Rounded.like(now.get(), now.get())),
                  side > 0 ? "above" : side < 0 ? "below" : "exactly",
                  Rounded.text(target.get()))));
    }
  }

  private static Optional<BigDecimal> target(MeasureReview measure) {
    return measure
        .measure()
        .target()
        .flatMap(target -> TargetSpan.of(measure.row()).forQuarter(target));
  }

  private static Optional<BetterWhen> better(Measure measure, BigDecimal target) {
    if (measure.better() != BetterWhen.NEUTRAL) {
      return Optional.of(measure.better());
    }
    boolean more = MORE.matcher(measure.name()).find();
    boolean less =
        LESS.matcher(measure.name()).find()
            || measure.unit() == Unit.MINUTES
            || measure.unit() == Unit.SECONDS;
    if (more == less) {
      return !more && measure.isPercentage() && target.compareTo(HALF) >= 0
          ? Optional.of(BetterWhen.HIGHER)
          : Optional.empty();
    }
    return Optional.of(more ? BetterWhen.HIGHER : BetterWhen.LOWER);
  }

  /** {@code Above the target of 75%}, beside a target of 90. */
  private void quoted(Narrative narrative, Consumer<Finding> found) {
    Optional<BigDecimal> target = target(narrative.review());
    if (target.isEmpty() || !narrative.measure().isPercentage()) {
      return;
    }
    for (Sentence sentence : narrative.sentences()) {
      boolean now =
          OTHER.stream().noneMatch(sentence::says)
              && sentence.periods().stream()
                  .allMatch(p -> p.in(narrative.period()).filter(narrative::isWithin).isPresent());
      for (TargetWord words : sentence.targets()) {
        Optional<Figure> figure =
            words
                .target()
                .filter(f -> f.kind() == Figure.Kind.PER_CENT && f.hedge() == Figure.Hedge.EXACT)
                .filter(f -> !f.agrees(target.get()));
        if (now && figure.isPresent()) {
          found.accept(
              narrative.finding(
                  rule(),
                  narrative.message(
                      "the table's target is %s, but the commentary gives a target of %s; correct"
                          + " whichever is wrong.",
                      narrative.shown(target.get()), narrative.quote(figure.get()))));
        }
      }
    }
  }
}
