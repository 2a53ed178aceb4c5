package quarterday.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import quarterday.commentary.PeriodMention;
import quarterday.commentary.Sentence;
import quarterday.kpi.Finding;
import quarterday.kpi.QuarterRule;

/**
 * Things that a sentence takes for granted ({@code both of the reviews upheld this quarter}) where
 * the table, or another sentence, says that there were none.
 */
final class TakenForGranted implements Check {
  private static final List<String> NUMBERS =
      List.of(
          "none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
          "eleven", "twelve");

  private static final String NUMBER = "(?:" + String.join("|", NUMBERS.subList(2, 13)) + "|\\d+)";

  private static final String DONE =
      "(?:[a-z]+ed|upheld|made|held|sent|lost|taken|given|won|left|found|brought|begun|dealt)";

  /** Words behind which things are known to be there. */
  private static final Pattern KNOWN =
      Pattern.compile(
          "(?is)\\b(?:(?<two>both)(?:\\s+of\\s+(?:the|these|those))?"
              + "|(?:all|the)\\s+(?<all>"
              + NUMBER
              + ")|(?:the|our)\\s+(?<one>one|only|single|sole)"
              + "|(?:one|"
              + NUMBER
              + "|most|some|many|several|half|the\\s+majority)\\s+of\\s+the(?:\\s+(?<of>"
              + NUMBER
              + "))?|(?<definite>the))\\s+(?<kind>(?:[a-z-]+\\s+){0,2}?)(?<noun>[a-z-]+)"
              + "(?:\\s+(?:(?:that|which|who)\\s+)?(?:(?:was|were|is|are|has\\s+been|have\\s+been)\\s+)?"
              + "(?<done>"
              + DONE
              + "))?(?<at>\\s+(?:(?:in|during|over)\\b|this\\b|(?:was|were|has|have|is|are"
              + "|concerned|related|involved|came|took)\\b)|\\s*[.,;(]|$)");

  private static final Pattern NONE =
      Pattern.compile(
          "(?is)\\b(?:no\\s+(?:[a-z-]+\\s+)?(?<noun>[a-z-]+)|none(?:\\s+of\\s+the(?:\\s+\\w+)?\\s+(?<of>[a-z-]+))?)"
              + "\\s+(?:was|were|has\\s+been|have\\s+been)\\s+(?<done>[a-z]+)\\b");

  private static final Pattern PARTICIPLE = Pattern.compile(DONE);

  /** What is done to everything that is counted, and tells it from nothing. */
  private static final Set<String> COMING =
      Set.of(
          "received",
          "recorded",
          "reported",
          "made",
          "lodged",
          "logged",
          "registered",
          "submitted",
          "committed",
          "occurred",
          "raised",
          "counted",
          "noted",
          "happened",
          "arrived",
          "held");

  /** Words before things by which they are not there now. */
  private static final Pattern AHEAD =
      Pattern.compile(
          "(?is)\\b(?:if|unless|whether|should|once|when|until|till|will|would|may|might|could|had"
              + "|plan\\w*|expect\\w*|next|last|previous\\w*|earlier|no|not|neither|nor|none|without"
              + "|than|unlike|further|another|since|after|before|carried|outstanding)\\b");

  /** What stands at an end may have been there in between. */
  private static final Pattern STANDING =
      Pattern.compile(
          "(?is).*\\b(?:vacan\\w+|posts?|open|outstanding|live|current|unfilled|backlog|awaiting|waiting)\\b.*");

  @Override
  public CheckRule rule() {
    return CheckRule.ZERO;
  }

  @Override
  public void look(Subject subject, Consumer<Finding> found) {
    for (Narrative narrative : subject.narratives()) {
      boolean none = narrative.now().filter(v -> v.signum() == 0).isPresent() && isAdded(narrative);
      List<None> denied = denied(narrative);
      if (!none && denied.isEmpty()) {
        continue;
      }
      for (Sentence sentence : narrative.sentences()) {
        String text = narrative.read().text().substring(sentence.start(), sentence.end());
        Matcher known = KNOWN.matcher(text);
        boolean told = false;
        while (!told && known.find()) {
          boolean granted = isNow(narrative, sentence, known, text);
          if (granted && none && isOwn(narrative, sentence, known)) {
            tell(narrative, sentence, known, "the table says 0", found);
            told = true;
          } else if (granted && denied.stream().anyMatch(d -> d.denies(sentence, known))) {
            tell(narrative, sentence, known, "another sentence says that there were none", found);
            told = true;
          } else {
            known.region(known.start() + 1, text.length());
          }
        }
      }
    }
  }

  private static boolean isAdded(Narrative narrative) {
    return narrative.measure().rule() == QuarterRule.SUM
        && !narrative.measure().isPercentage()
        && !STANDING.matcher(narrative.name()).matches();
  }

  private void tell(
      Narrative narrative,
      Sentence sentence,
      Matcher known,
      String against,
      Consumer<Finding> found) {
    found.accept(
        narrative.finding(
            rule(),
            narrative.message(
                "%s, but the commentary speaks of \"%s\"; correct whichever is wrong.",
                against,
                narrative
                    .read()
                    .quote(
                        sentence.start() + known.start(), sentence.start() + known.end("noun")))));
  }

  /** Whether the things are said to be of the report's period, and of no earlier or later one. */
  private static boolean isNow(Narrative narrative, Sentence sentence, Matcher known, String text) {
    boolean named = !sentence.periods().isEmpty();
    String before = text.substring(0, known.end("noun"));
    if (AHEAD.matcher(named && known.group("definite") == null ? before : text).find()) {
      return false;
    }
    if (named) {
      return sentence.periods().stream().allMatch(p -> isWithin(narrative, p))
          && (known.group("definite") == null || isBeforePeriod(narrative, sentence, known));
    }
    return known.group("definite") == null
        && narrative.read().periods().stream()
            .allMatch(p -> p.in(narrative.period()).filter(narrative::isReported).isPresent())
        && number(known)
            .filter(
                n ->
                    Stream.of(narrative.review().previous(), narrative.review().yearAgo())
                        .flatMap(c -> c.earlier().value().stream())
                        .anyMatch(v -> v.compareTo(n) == 0))
            .isEmpty();
  }

  private static boolean isWithin(Narrative narrative, PeriodMention period) {
    return period.in(narrative.period()).filter(narrative::isWithin).isPresent();
  }

  /** {@code The homicide in August}. */
  private static boolean isBeforePeriod(Narrative narrative, Sentence sentence, Matcher known) {
    int end = sentence.start() + known.end("noun");
    return sentence.periods().stream()
        .anyMatch(
            p ->
                p.start() >= end
                    && narrative
                        .read()
                        .text()
                        .substring(end, p.start())
                        .matches(
                            "(?is)(?:\\s+(?:"
                                + PARTICIPLE
                                + "))?(?:\\s+(?:in|during|over)(?:\\s+the)?)?\\s+"));
  }

  private static Optional<BigDecimal> number(Matcher known) {
    if (known.group("two") != null || known.group("one") != null) {
      return Optional.of(BigDecimal.valueOf(known.group("two") == null ? 1 : 2));
    }
    return Stream.of("all", "of")
        .map(known::group)
        .flatMap(Stream::ofNullable)
        .map(n -> n.toLowerCase(Locale.ROOT))
        .map(n -> NUMBERS.contains(n) ? BigDecimal.valueOf(NUMBERS.indexOf(n)) : new BigDecimal(n))
        .findFirst();
  }

  /** Whether the things known are those that the row counts. */
  private static boolean isOwn(Narrative narrative, Sentence sentence, Matcher known) {
    Vocabulary own = narrative.vocabulary();
    String noun = known.group("noun").toLowerCase(Locale.ROOT);
    List<String> name = Vocabulary.in(narrative.name());
    List<String> words = words(known);
    boolean kinds =
        words.stream().allMatch(w -> own.has(w) || Vocabulary.isGeneral(w) || COMING.contains(w));
    boolean done =
        name.stream()
            .filter(w -> PARTICIPLE.matcher(w).matches() && own.has(w) && !COMING.contains(w))
            .allMatch(
                w -> words.stream().map(Vocabulary::stem).anyMatch(Vocabulary.stem(w)::equals));
    boolean one = known.group("definite") == null || name.contains(noun + "s");
    return own.has(noun)
        && kinds
        && done
        && one
        && isAsNarrow(narrative, name, noun, words)
        && !isModifier(name, noun, own)
        && narrative.about(words, sentence) == Narrative.About.OWN;
  }

  /**
   * Whether things are as narrow as the row's: {@code both collisions} are no fatal ones, but where
   * {@code no reviews were upheld} stands in the row of the complaint reviews, reviews are those.
   */
  private static boolean isAsNarrow(
      Narrative narrative, List<String> name, String noun, List<String> words) {
    List<String> missing =
        name.stream()
            .filter(w -> narrative.vocabulary().has(w) && !COMING.contains(w))
            .map(Vocabulary::stem)
            .filter(w -> words.stream().map(Vocabulary::stem).noneMatch(w::equals))
            .toList();
    List<String> text = Vocabulary.in(narrative.read().text());
    boolean none = false;
    for (int i = 0; i + 1 < text.size(); i++) {
      none |=
          text.get(i).equals("no")
              && Vocabulary.stem(text.get(i + 1)).equals(Vocabulary.stem(noun));
    }
    return missing.isEmpty()
        || (none && text.stream().map(Vocabulary::stem).noneMatch(missing::contains));
  }

  /** {@code complaints} in the row of the complaint reviews. */
  private static boolean isModifier(List<String> name, String noun, Vocabulary own) {
    for (int i = 0; i + 1 < name.size(); i++) {
      String next = name.get(i + 1);
      if (Vocabulary.stem(name.get(i)).equals(Vocabulary.stem(noun))
          && own.has(next)
          && !PARTICIPLE.matcher(next).matches()) {
        return true;
      }
    }
    return false;
  }

  /** The words for the things, with what was done to them where that stands behind. */
  private static List<String> words(Matcher known) {
    List<String> words = new ArrayList<>(Vocabulary.in(known.group("kind")));
    words.add(known.group("noun").toLowerCase(Locale.ROOT));
    Optional.ofNullable(known.group("done"))
        .map(w -> w.toLowerCase(Locale.ROOT))
        .filter(w -> isBehindNoun(known))
        .ifPresent(words::add);
    return words;
  }

  /** {@code the reviews upheld this quarter}, and not {@code the reviews were upheld}. */
  private static boolean isBehindNoun(Matcher known) {
    if (known.group("done") == null) {
      return false;
    }
    String between =
        known
            .group()
            .substring(known.end("noun") - known.start(), known.start("done") - known.start());
    return between.isBlank() || between.matches("(?is)\\s+(?:that|which|who)\\s.*");
  }

  /** What a sentence says there was none of in the report's period. */
  private record None(Sentence sentence, String noun, String done) {
    /** Whether the same is taken for granted elsewhere. */
    boolean denies(Sentence other, Matcher known) {
      List<String> stems = words(known).stream().map(Vocabulary::stem).toList();
      return !other.equals(sentence)
          && !other.periods().isEmpty()
          && stems.contains(Vocabulary.stem(done))
          && stems.size() == 2
          && (noun.isEmpty() || stems.contains(Vocabulary.stem(noun)));
    }
  }

  private static List<None> denied(Narrative narrative) {
    List<None> denied = new ArrayList<>();
    for (Sentence sentence : narrative.sentences()) {
      String text = narrative.read().text().substring(sentence.start(), sentence.end());
      Matcher none = NONE.matcher(text);
      if (none.find() && isReported(narrative, sentence)) {
        String noun =
            Stream.of("noun", "of")
                .map(none::group)
                .flatMap(Stream::ofNullable)
                .findFirst()
                .orElse("");
        denied.add(
            new None(
                sentence,
                noun.toLowerCase(Locale.ROOT),
                none.group("done").toLowerCase(Locale.ROOT)));
      }
    }
    return denied;
  }

  private static boolean isReported(Narrative narrative, Sentence sentence) {
    return sentence.periods().stream()
        .findFirst()
        .map(p -> p.in(narrative.period()).filter(narrative::isReported).isPresent())
        .orElse(true);
  }
}
