package quarterday.check;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import quarterday.commentary.Claim;
import quarterday.commentary.Figure;
import quarterday.commentary.Sentence;
import quarterday.commentary.TargetWord;
import quarterday.kpi.Finding;

/** A claim that all were on time, in a text or beside a figure that says some were late. */
final class TimeLimitContradicted implements Check {
  private static final List<String> ALL = List.of("all", "every", "each");
  private static final List<String> IN_TIME =
      List.of(
          "on time",
          "in time",
          "within the statutory",
          "within the time",
          "within the limit",
          "within the deadline",
          "within the target",
          "within the required",
          "within the day");
  private static final List<String> LATE =
      List.of(
          "not on time",
          "not in time",
          "not within",
          "were late",
          "was late",
          "sent late",
          "out late",
          "answered late",
          "replied late",
          "acknowledged late",
          "processed late",
          "completed late",
          "returned late",
          "dispatched late",
          "overdue",
          "missed the deadline",
          "missed its deadline",
          "outside the time",
          "outside the statutory",
          "outside the deadline",
          "after the deadline",
          "beyond the deadline",
          "past the deadline",
          "arrived late",
          "issued late",
          "one late",
          "not sent out on time",
          "not answered on time",
          "not send",
          "not meet the deadline",
          "went out late",
          "not met",
          "sent out late",
          "being late",
          "took longer",
          "taken longer",
          "were delayed beyond",
          "day late",
          "days late",
          "week late",
          "weeks late",
          "after the limit",
          "past the limit",
          "beyond the limit",
          "outside the limit",
          "over the limit",
          "after the time limit",
          "after the statutory");
  private static final List<String> TURNS =
      List.of("although", "though", "but", "however", "except", "yet", "while", "with");
  private static final List<String> NEGATED =
      List.of(
          "not all",
          "nearly all",
          "almost all",
          "none were late",
          "none was late",
          "none being late",
          "no late");
  private static final Set<Figure.Kind> LIMITS =
      Set.of(Figure.Kind.DAYS, Figure.Kind.HOURS, Figure.Kind.MINUTES, Figure.Kind.SECONDS);
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  @Override
  public CheckRule rule() {
    return CheckRule.TIME_LIMIT;
  }

  @Override
  public void look(Subject subject, Consumer<Finding> found) {
    for (Narrative narrative : subject.narratives()) {
      Optional<Sentence> claim =
          narrative.sentences().stream().filter(TimeLimitContradicted::saysAllInTime).findFirst();
      if (claim.isEmpty()) {
        if (narrative.sentences().stream().anyMatch(s -> takesBack(narrative, s))) {
          contradicted(narrative, found);
        }
        continue;
      }
      boolean late =
          THE_REST.matcher(narrative.read().text().substring(claim.get().start())).matches()
              || narrative.sentences().stream()
                  .anyMatch(
                      s ->
                          !s.equals(claim.get())
                              && LATE.stream().anyMatch(s::says)
                              && NEGATED.stream().noneMatch(s::says)
                              && !isEarlier(narrative, s))
              || narrative.sentences().stream()
                  .anyMatch(
                      s ->
                          !s.equals(claim.get())
                              && (isShort(narrative, s, claim.get())
                                  || isLonger(narrative, s, claim.get())));
      Optional<BigDecimal> short1 =
          narrative
              .now()
              .filter(v -> narrative.measure().isPercentage())
              .filter(v -> v.compareTo(HUNDRED) < 0)
              .filter(v -> narrative.vocabulary().has("time") || isTimely(narrative))
              .filter(v -> !isEarlier(narrative, claim.get()));
      if (late) {
        contradicted(narrative, found);
      } else if (short1.isPresent()) {
        found.accept(
            narrative.finding(
                rule(),
                narrative.message(
                    "the commentary says that all were on time, but the table shows %s; correct"
                        + " whichever is wrong.",
                    narrative.shown(short1.get()))));
      }
    }
  }

  /** {@code All were on time; the remaining one was answered on day 22}. */
  private static final Pattern THE_REST =
      Pattern.compile(
          "(?is)[^.]*[.;,]\\s+(?:and\\s+)?the\\s+(?:remaining|other)\\s+(?:[\\w-]+\\s+){0,3}?"
              + "(?:was|were|took|missed|went\\s+out)\\s+(?:[\\w-]+\\s+){0,2}?"
              + "(?:late|on\\s+(?:working\\s+)?day\\s+\\d|after\\s+\\d|outside|beyond|overdue|the\\s+deadline|longer).*");

  private void contradicted(Narrative narrative, Consumer<Finding> found) {
    found.accept(
        narrative.finding(
            rule(),
            narrative.message(
                "the commentary says that all were on time, and also that some were late;"
                    + " correct one of the two.")));
  }

  /**
   * {@code All seven were on time, although two were late}, {@code all in time; one went out late}.
   */
  private static boolean takesBack(Narrative narrative, Sentence sentence) {
    String words =
        narrative
            .read()
            .text()
            .substring(sentence.start(), sentence.end())
            .toLowerCase(Locale.ROOT)
            .replaceAll("[;\u2013\u2014]|\\s-\\s", " but ")
            .replaceAll("[^a-z'-]+", " ");
    String said = " " + words + " ";
    int but =
        TURNS.stream()
            .mapToInt(turn -> said.indexOf(" " + turn + " "))
            .filter(at -> at > 0)
            .min()
            .orElse(-1);
    return but > 0
        && !said.substring(but).matches("(?s).*\\b(?:none|nothing|no)\\b.*")
        && ALL.stream().anyMatch(all -> said.substring(0, but + 1).contains(" " + all + " "))
        && NEGATED.stream().noneMatch(sentence::says)
        && !sentence.says("all but")
        && !sentence.says("all bar")
        && isInTime(sentence)
        && LATE.stream().anyMatch(late -> said.substring(but).contains(" " + late + " "));
  }

  /** {@code 11 of the 12 were answered within 20 days}, beside all within 20 days. */
  private static boolean isShort(Narrative narrative, Sentence some, Sentence all) {
    List<BigDecimal> limits = limits(some);
    boolean same =
        limits(all).isEmpty()
            ? limits.size() <= 1 && isInTime(some)
            : limits.size() == 1 && limits.equals(limits(all)) && some.says("within");
    return same
        && !isEarlier(narrative, some)
        && !isEarlier(narrative, all)
        && narrative.about(all.words(), all) != Narrative.About.OTHER
        && some.claims().stream()
                .filter(
                    c -> c.about() == Claim.About.PART && c.figure().hedge() == Figure.Hedge.EXACT)
                .flatMap(
                    c ->
                        c
                            .beside()
                            .filter(whole -> whole.value().compareTo(c.figure().value()) > 0)
                            .filter(
                                whole ->
                                    !limits(all).isEmpty()
                                        || narrative
                                            .now()
                                            .filter(
                                                v ->
                                                    narrative.agrees(whole, v)
                                                        || narrative.agrees(c.figure(), v))
                                            .isPresent())
                            .stream())
                .count()
            == 1;
  }

  /** {@code One reply took 31 days}, beside all within 20 days. */
  private static boolean isLonger(Narrative narrative, Sentence one, Sentence all) {
    List<BigDecimal> limit = limits(all);
    List<BigDecimal> taken = limits(one);
    return limit.size() == 1
        && taken.size() == 1
        && taken.get(0).compareTo(limit.get(0)) > 0
        && TAKEN.stream().anyMatch(one::says)
        && OTHERWISE.stream().noneMatch(one::says)
        && !isEarlier(narrative, one)
        && !isEarlier(narrative, all);
  }

  private static final List<String> TAKEN = List.of("took", "needed", "was answered after");

  /** Words by which a length of time is not that of one of them. */
  private static final List<String> OTHERWISE =
      List.of("average", "total", "in all", "together", "would", "last", "previously", "not");

  private static List<BigDecimal> limits(Sentence sentence) {
    return sentence.claims().stream()
        .map(Claim::figure)
        .filter(figure -> LIMITS.contains(figure.kind()))
        .map(Figure::value)
        .toList();
  }

  private static boolean isTimely(Narrative narrative) {
    String name = narrative.name().toLowerCase(Locale.ROOT);
    return name.contains("on time")
        || name.contains("on-time")
        || name.contains("in time")
        || name.contains("within");
  }

  private static boolean isEarlier(Narrative narrative, Sentence sentence) {
    return sentence.periods().stream()
        .anyMatch(
            p ->
                p.in(narrative.period())
                    .filter(m -> m.last().isBefore(narrative.period().first()))
                    .isPresent());
  }

  private static boolean isInTime(Sentence sentence) {
    return IN_TIME.stream().anyMatch(sentence::says)
        || ((sentence.says("within") || sentence.says("inside"))
            && sentence.claims().stream()
                .anyMatch(
                    c ->
                        LIMITS.contains(c.figure().kind())
                            && (c.about() == Claim.About.DURATION
                                || c.about() == Claim.About.TARGET
                                || sentence.says("inside"))));
  }

  private static boolean saysAllInTime(Sentence sentence) {
    boolean targetMet =
        sentence.targets().stream().anyMatch(t -> t.relation() == TargetWord.Relation.MET)
            && (sentence.says("every case") || sentence.says("all cases"));
    return (targetMet || isInTime(sentence))
        && ALL.stream().anyMatch(sentence::says)
        && NEGATED.stream().noneMatch(sentence::says)
        && LATE.stream().noneMatch(sentence::says)
        && !sentence.says("but")
        && !sentence.says("of all");
  }
}
