package quarterday.check;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import quarterday.commentary.Claim;
import quarterday.commentary.Claim.About;
import quarterday.commentary.Figure;
import quarterday.commentary.Figure.Hedge;
import quarterday.commentary.Sentence;
import quarterday.kpi.Finding;
import quarterday.kpi.QuarterRule;
import quarterday.kpi.ReportingPeriod;

/**
 * Parts in a commentary that do not add up to their total: {@code 104 items, made up of 71 letters
 * and 43 forms}. A list may leave some out or count some twice; it is judged only where its words,
 * its shares or its months say that it does neither, or where it is over its total by a little.
 */
final class PartsInWords implements Check {
  private static final Pattern WHOLLY =
      Pattern.compile(
          "(?is).*\\b(?:made up of|comprising|comprised(?: of)?|consist(?:ing|ed|s) of"
              + "|(?:split|divided|shared) (?:between|into)|broken down into|the sum of)\\s+(?:the\\s+)?(?:\\w+\\s+){0,3}\\(?");
  private static final Pattern LISTED =
      Pattern.compile(
          "(?is).*(?::|^\\s*they\\s+are|\\bnamely|\\bthat is,?|\\b(?:split|breakdown)\\s+(?:is|was|being))\\s*");
  private static final Pattern OF_THESE =
      Pattern.compile(
          "(?is)(?:.*,\\s*)?(?:of|out of)\\s+(?:these|those|them|which|the\\s+[\\d,]+(?:\\s+\\w+){0,3})[,:]?\\s*");

  /** What may stand between two parts of one list. */
  private static final Pattern JOINED =
      Pattern.compile(
          "(?is)[^.;:]{0,90}?(?:,|;|,?\\s+and|,?\\s+plus)\\s+(?:the\\s+)?(?:(?:remaining|other)\\s+)?"
              + "(?:(?:\\w+\\s+){0,3}\\(|(?:in\\s+)?\\w+\\s+)?");

  private static final Pattern THEY_ARE =
      Pattern.compile("(?is)\\s*(?:they|these|those)\\s+(?:are|were)\\s+");

  /** {@code 34 minutes inside and 51 on the road, which is 85 in all}. */
  private static final Pattern SUMMED =
      Pattern.compile(
          "(?is)[^.;:()\\d]{0,40}?(?:,\\s*|\\b)(?:which\\s+(?:is|makes|gives|comes\\s+to|adds\\s+up\\s+to)"
              + "|making|giving|totalling|adding\\s+up\\s+to)\\s+(?:a\\s+total\\s+of\\s+)?");

  private static final Pattern IN_ALL =
      Pattern.compile(
          "(?is)(?:\\s+\\w+){0,3}?(?:\\s*\\([^()]{0,40}\\))?\\s+(?:in\\s+all|in\\s+total|altogether|all\\s+told)\\b.*");

  /** Two parts with one word before what tells them apart: {@code 8 by the force, 5 by us}. */
  private static final Pattern PARALLEL =
      Pattern.compile(
          "(?is)\\s+(?:of\\s+(?:them|these|those)\\s+)?(?:(?:are|were|is|was|came|went)\\s+)?(?:\\w+\\s+){0,2}?"
              + "(by|in|on|at|from|with|for|to)\\s.*");

  private static final Pattern OF_THEM =
      Pattern.compile("(?is)\\s+of\\s+(?:them|these|those)\\s.*");

  private static final Pattern NO_LIST =
      Pattern.compile(
          "(?is).*\\b(?:than|compared|against|which|whom|while|but|because|last|previous|average"
              + "|both|also|including|further|another|additional|total)\\b.*");
  private static final Pattern REST =
      Pattern.compile("(?is).*\\b(?:the\\s+(?:remaining|other)|leav(?:es|ing))\\s+");

  /** What may stand between two months of one list. */
  private static final Pattern NEXT_MONTH = Pattern.compile("(?is)[^.:]{0,60}");

  private static final Pattern KIND =
      Pattern.compile(
          "(?is)\\s+(?:of\\s+(?:them|these|those|whom)\\s+)?(?:(?:are|were|is|was)\\s+)?(\\w+)");
  private static final Pattern NOT =
      Pattern.compile("(?is)\\s+(?:were|was|did|had|have|are)\\s+not\\b.*");

  /** {@code 27 within 30 days and six took longer}: in time and late leave nothing between them. */
  private static final Pattern IN_TIME =
      Pattern.compile(
          "(?is).*\\b(?:within|inside|on\\s+time|in\\s+time|by\\s+the\\s+deadline)\\b.*");

  private static final Pattern LATE =
      Pattern.compile(
          "(?is)\\s+(?:(?:were|was|went|came|being|did|sent|answered|completed|out|had|\\w+ed)\\s+){0,3}"
              + "(?:(?:took|taking|taken)\\s+longer(?!\\s+than)|late\\b|overdue|after\\s+(?:it|that|the\\s+(?:limit|deadline))"
              + "|outside\\s+(?:it|the\\s+(?:limit|deadline|time))|missed\\s+(?:it|the\\s+deadline)).*");

  private static boolean isUnfinished(Sentence sentence) {
    return Stream.of(
            "open", "pending", "outstanding", "yet", "ongoing", "due", "progress", "withdrawn")
        .anyMatch(sentence::says);
  }

  private static final Pattern SHARE = Pattern.compile("\\s*\\((\\d+(?:\\.\\d+)?)\\s?%\\)");

  /** Two words that leave nothing between them. */
  private static final List<Set<String>> PAIRS =
      List.of(
          Set.of("full", "part"),
          Set.of("women", "men"),
          Set.of("female", "male"),
          Set.of("females", "males"),
          Set.of("permanent", "temporary"),
          Set.of("residential", "business"),
          Set.of("internal", "external"),
          Set.of("adult", "child"),
          Set.of("adults", "children"));

  private static final BigDecimal FOUR = BigDecimal.valueOf(4);

  /** How far a list's words vouch for it. */
  private enum Sure {
    /** It is the whole: any difference is wrong. */
    WHOLLY,
    /** It likely is: a difference of a quarter at most is a slip. */
    LIKELY,
    /** It may leave some out: only a little too much is wrong. */
    PARTLY
  }

  @Override
  public CheckRule rule() {
    return CheckRule.PARTS_ADD_UP;
  }

  @Override
  public void look(Subject subject, Consumer<Finding> found) {
    for (Narrative narrative : subject.narratives()) {
      List<Sentence> sentences = narrative.sentences();
      for (int i = 0; i < sentences.size(); i++) {
        Sentence sentence = sentences.get(i);
        if (i > 0) {
          rest(narrative, sentences.get(i - 1), sentence, found);
        }
        restBehind(narrative, sentence, found);
        for (List<Claim> parts : lists(narrative, sentence)) {
          look(narrative, sentence, i == 0, parts, found);
        }
      }
    }
  }

  /**
   * {@code 107 of the 131 were on time. The remaining 24 were late}, {@code ; the other 24 were
   * late}: what one part of a whole leaves of it.
   */
  private void rest(
      Narrative narrative, Sentence before, Sentence sentence, Consumer<Finding> found) {
    List<Claim> parts =
        before.claims().stream()
            .filter(c -> c.about() == About.PART && c.beside().isPresent())
            .toList();
    if (parts.size() != 1 || sentence.claims().isEmpty()) {
      return;
    }
    Figure rest = sentence.claims().get(0).figure();
    String lead = narrative.read().text().substring(sentence.start(), rest.start());
    String behind = narrative.read().text().substring(rest.end(), sentence.end());
    if (THE_REST.matcher(lead).matches() || (lead.isBlank() && DID_NOT.matcher(behind).matches())) {
      rest(narrative, parts.get(0), rest, found);
    }
  }

  /** {@code 52 of 56 visits went ahead, so four were missed}. */
  private void restBehind(Narrative narrative, Sentence sentence, Consumer<Finding> found) {
    List<Claim> claims = sentence.claims();
    List<Claim> parts =
        claims.stream().filter(c -> c.about() == About.PART && c.beside().isPresent()).toList();
    for (Claim claim : claims) {
      boolean level =
          parts.size() == 1
              && claim.about() == About.LEVEL
              && parts.get(0).beside().orElseThrow().start() > parts.get(0).figure().end()
              && claim.figure().start() > parts.get(0).beside().orElseThrow().end();
      if (level
          && SO.matcher(between(narrative, parts.get(0).figure().end(), claim.figure().start()))
              .matches()) {
        rest(narrative, parts.get(0), claim.figure(), found);
      }
    }
  }

  private static final Pattern SO =
      Pattern.compile(
          "(?is).*(?:,\\s+(?:so|leaving|which\\s+leaves|which\\s+means(?:\\s+that)?|meaning(?:\\s+that)?)"
              + "|[;,]\\s+(?:and\\s+)?the\\s+(?:other|remaining))\\s+");

  private static final Pattern DID_NOT =
      Pattern.compile("(?is)\\s+(?:did|were|was|could|had)\\s+not\\s*(?:[.;,]|$).*");

  private void rest(Narrative narrative, Claim of, Figure rest, Consumer<Finding> found) {
    Figure part = of.figure();
    Figure whole = of.beside().orElseThrow();
    boolean exact =
        List.of(part, whole, rest).stream()
            .allMatch(f -> f.hedge() == Hedge.EXACT && f.upTo().isEmpty());
    BigDecimal left = whole.value().subtract(part.value());
    if (exact && left.signum() > 0 && left.compareTo(rest.value()) != 0) {
      found.accept(
          narrative.finding(
              rule(),
              narrative.message(
                  "%s of %s leaves %s, but the commentary says %s; correct whichever is wrong.",
                  narrative.quote(part),
                  narrative.quote(whole),
                  Narrative.plain(left, 0, true),
                  narrative.quote(rest))));
    }
  }

  private static final Pattern THE_REST =
      Pattern.compile("(?is)\\s*the\\s+(?:remaining|other)\\s+");

  /** Whether a list says that it leaves nothing out: {@code made up of}, {@code the remaining}. */
  static boolean isWhole(Narrative narrative, Sentence sentence, List<Figure> list) {
    String text = narrative.read().text();
    Figure last = list.get(list.size() - 1);
    Figure beforeLast = list.get(list.size() - 2);
    return WHOLLY.matcher(text.substring(sentence.start(), list.get(0).start())).matches()
        || REST.matcher(text.substring(beforeLast.end(), last.start())).matches();
  }

  private static List<List<Claim>> lists(Narrative narrative, Sentence sentence) {
    List<List<Claim>> lists = new ArrayList<>();
    List<Claim> list = new ArrayList<>();
    for (Claim claim : sentence.claims()) {
      if (claim.figure().kind() == Figure.Kind.PER_CENT || claim.about() == About.DURATION) {
        continue;
      }
      boolean part =
          (claim.about() == About.LEVEL || isOfWholeBefore(sentence, claim))
              && claim.figure().hedge() == Hedge.EXACT
              && claim.figure().upTo().isEmpty()
              && claim.figure().decimals() >= 0;
      if (part && !list.isEmpty() && !isJoined(narrative, list.get(list.size() - 1), claim)) {
        lists.add(list);
        list = new ArrayList<>();
      }
      if (part) {
        list.add(claim);
      } else {
        lists.add(list);
        list = new ArrayList<>();
      }
    }
    lists.add(list);
    return lists.stream().map(l -> withoutTotal(narrative, l)).filter(l -> l.size() > 1).toList();
  }

  /** {@code Of the 91 letters, ten were late}. */
  private static boolean isOfWholeBefore(Sentence sentence, Claim claim) {
    return claim.about() == About.PART
        && claim.equals(firstBehindWhole(sentence))
        && claim.beside().filter(w -> w.start() < claim.figure().start()).isPresent();
  }

  private static Claim firstBehindWhole(Sentence sentence) {
    return sentence.claims().get(Math.min(1, sentence.claims().size() - 1));
  }

  /** {@code 34 people, 26 full-time and eight part-time}: the row's own value is no part of it. */
  private static List<Claim> withoutTotal(Narrative narrative, List<Claim> list) {
    boolean total =
        list.size() > 2
            && narrative.now().filter(v -> narrative.agrees(list.get(0).figure(), v)).isPresent();
    return total ? list.subList(1, list.size()) : list;
  }

  /** Whether two figures of one kind stand in one list. */
  static boolean isJoined(Narrative narrative, Claim one, Claim next) {
    String between =
        between(narrative, one.figure().end(), next.figure().start())
            .replace("which leaves", "leaves")
            .replace("on average", "");
    // "In October 41 days were taken, in November 48"
    boolean months = one.period().isPresent() && next.period().isPresent();
    boolean sameUnit =
        one.figure().kind() == next.figure().kind()
            || (months && next.figure().kind() == Figure.Kind.NUMBER);
    boolean joined = (months ? NEXT_MONTH : JOINED).matcher(between).matches();
    return sameUnit
        && joined
        && !NO_LIST.matcher(between).matches()
        && !SUMMED.matcher(between).matches();
  }

  /** The words between two places, without shares in brackets. */
  private static String between(Narrative narrative, int from, int to) {
    return SHARE.matcher(narrative.read().text().substring(from, to)).replaceAll("");
  }

  private void look(
      Narrative narrative,
      Sentence sentence,
      boolean first,
      List<Claim> parts,
      Consumer<Finding> found) {
    if (sentence.says("limits") && sentence.says("mean")) {
      // Those of a control chart, and no parts.
      return;
    }
    String lead = between(narrative, sentence.start(), parts.get(0).figure().start());
    Optional<BigDecimal> stated = stated(narrative, sentence, parts);
    boolean carried = CARRIED.stream().anyMatch(sentence::says);
    Optional<Sure> sure =
        stated
            .map(total -> Sure.WHOLLY)
            .or(() -> carried ? Optional.empty() : sure(narrative, sentence, first, parts, lead));
    Optional<BigDecimal> whole =
        stated.or(() -> sure.flatMap(s -> whole(narrative, sentence, parts)));
    BigDecimal sum =
        parts.stream().map(p -> p.figure().value()).reduce(BigDecimal.ZERO, BigDecimal::add);
    boolean agrees =
        whole.filter(w -> w.compareTo(sum) == 0).isPresent()
            || (stated.isEmpty() && narrative.now().filter(v -> v.compareTo(sum) == 0).isPresent());
    if (whole.isPresent() && !agrees && isWrong(sum, whole.get(), sure.get())) {
      found.accept(
          narrative.finding(
              rule(),
              narrative.message(
                  "the parts in the commentary (%s) add to %s, but the total is %s; correct"
                      + " whichever is wrong.",
                  String.join(", ", parts.stream().map(p -> narrative.quote(p.figure())).toList()),
                  Narrative.plain(sum, sum.stripTrailingZeros().scale(), true),
                  Narrative.plain(whole.get(), whole.get().stripTrailingZeros().scale(), true))));
    }
  }

  /** Words by which more is counted than what came in. */
  private static final List<String> CARRIED =
      List.of(
          "carried over",
          "carried forward",
          "brought forward",
          "rolled over",
          "backlog",
          "from earlier quarters",
          "from the previous quarter",
          "from quarter");

  private static boolean isWrong(BigDecimal sum, BigDecimal whole, Sure sure) {
    boolean little = sum.subtract(whole).abs().multiply(FOUR).compareTo(whole) <= 0;
    return switch (sure) {
      case WHOLLY -> true;
      case LIKELY -> little;
      case PARTLY -> little && sum.compareTo(whole) > 0;
    };
  }

  private static Optional<Sure> sure(
      Narrative narrative, Sentence sentence, boolean first, List<Claim> parts, String lead) {
    if (WHOLLY.matcher(lead).matches()
        || isEveryMonth(narrative, parts)
        || isPair(narrative, parts)
        || areSharesOfAll(narrative, sentence, parts)) {
      return Optional.of(Sure.WHOLLY);
    }
    boolean ofOtherTimes =
        parts.stream()
            .filter(p -> p.period().isPresent())
            .anyMatch(p -> narrative.meant(p.period()).filter(narrative::isReported).isEmpty());
    if (ofOtherTimes) {
      return Optional.empty();
    }
    Figure last = parts.get(parts.size() - 1).figure();
    Figure beforeLast = parts.get(parts.size() - 2).figure();
    String behind = behind(narrative, sentence, parts.get(parts.size() - 1));
    if (parts.size() == 2 && NOT.matcher(behind).matches()) {
      return Optional.of(Sure.LIKELY);
    }
    boolean inTime = IN_TIME.matcher(between(narrative, beforeLast.end(), last.start())).matches();
    boolean open = narrative.sentences().stream().anyMatch(PartsInWords::isUnfinished);
    if (parts.size() == 2 && inTime && LATE.matcher(behind).matches() && !open) {
      return Optional.of(Sure.LIKELY);
    }
    if (REST.matcher(between(narrative, beforeLast.end(), last.start())).matches()) {
      return Optional.of(Sure.LIKELY);
    }
    if (LISTED.matcher(lead).matches() || (parts.size() > 2 && THEY_ARE.matcher(lead).matches())) {
      return Optional.of(Sure.LIKELY);
    }
    String behindFirst = behind(narrative, sentence, parts.get(0));
    boolean ofThem = OF_THESE.matcher(lead).matches() || OF_THEM.matcher(behindFirst).matches();
    if (parts.size() == 2 && ofThem && isParallel(behindFirst, behind)) {
      return Optional.of(Sure.PARTLY);
    }
    boolean ofThese =
        OF_THESE.matcher(lead).matches()
            || (lead.isBlank() && OF_THEM.matcher(behindFirst).matches());
    boolean listed = (ofThese || (lead.isBlank() && !first)) && parts.size() > 2;
    listed |= ofThese && areTwoKinds(narrative, parts);
    boolean aside = parts.size() > 2 && lead.endsWith("(");
    return listed || aside || lead.endsWith("; ") ? Optional.of(Sure.PARTLY) : Optional.empty();
  }

  private static boolean isParallel(String behindFirst, String behindSecond) {
    Matcher first = PARALLEL.matcher(behindFirst);
    Matcher second = PARALLEL.matcher(behindSecond);
    return first.matches() && second.matches() && first.group(1).equals(second.group(1));
  }

  /** The words behind a part, to the end of its sentence. */
  private static String behind(Narrative narrative, Sentence sentence, Claim part) {
    int end = part.figure().end();
    return narrative.read().text().substring(end, Math.max(end, sentence.end()));
  }

  /** What the sentence itself says that its parts come to. */
  private static Optional<BigDecimal> stated(
      Narrative narrative, Sentence sentence, List<Claim> parts) {
    Claim last = parts.get(parts.size() - 1);
    int at = sentence.claims().indexOf(last) + 1;
    if (at >= sentence.claims().size()) {
      return Optional.empty();
    }
    Claim total = sentence.claims().get(at);
    String between = between(narrative, last.figure().end(), total.figure().start());
    boolean all =
        SUMMED.matcher(between).matches()
            && IN_ALL.matcher(behind(narrative, sentence, total)).matches()
            && total.figure().kind() == last.figure().kind()
            && total.figure().hedge() == Hedge.EXACT
            && total.figure().decimals() >= 0;
    return all ? Optional.of(total.figure().value()) : Optional.empty();
  }

  /** {@code 19 in October, 22 in November and 47 in December}. */
  private static boolean isEveryMonth(Narrative narrative, List<Claim> parts) {
    List<YearMonth> months =
        parts.stream()
            .flatMap(p -> narrative.meant(p.period()).stream())
            .map(ReportingPeriod::months)
            .filter(m -> m.size() == 1)
            .map(m -> m.get(0))
            .distinct()
            .sorted()
            .toList();
    return narrative.measure().rule() == QuarterRule.SUM
        && months.size() == parts.size()
        && parts.size() > 1
        && months.equals(narrative.period().months());
  }

  /** {@code 24 full-time and eight part-time}. */
  static boolean isPair(Narrative narrative, List<Claim> parts) {
    List<String> kinds = parts.stream().map(part -> kind(narrative, part)).distinct().toList();
    return parts.size() == 2
        && kinds.size() == 2
        && PAIRS.stream().anyMatch(pair -> pair.containsAll(kinds));
  }

  /** {@code 330 were emails and 151 were letters}, a little over their total. */
  private static boolean areTwoKinds(Narrative narrative, List<Claim> parts) {
    BigDecimal sum =
        parts.stream().map(p -> p.figure().value()).reduce(BigDecimal.ZERO, BigDecimal::add);
    boolean little =
        narrative
            .now()
            .filter(v -> sum.compareTo(v) > 0)
            .filter(v -> sum.subtract(v).multiply(BigDecimal.TEN).compareTo(v) <= 0)
            .isPresent();
    return parts.size() == 2
        && little
        && parts.stream()
            .allMatch(
                p ->
                    PLURAL
                        .matcher(narrative.read().text().substring(p.figure().end()))
                        .lookingAt());
  }

  private static final Pattern PLURAL =
      Pattern.compile("(?is)\\s+(?:were|are)\\s+\\w+s\\s*(?:[.;,]|and\\b|$)");

  /** The word behind a part, which says of what kind it is. */
  private static String kind(Narrative narrative, Claim part) {
    Matcher kind =
        KIND.matcher(narrative.read().text())
            .region(part.figure().end(), narrative.read().text().length());
    return kind.lookingAt() ? kind.group(1).toLowerCase(Locale.ROOT) : "";
  }

  /** Parts with their shares in brackets, which make a hundred. */
  private static boolean areSharesOfAll(Narrative narrative, Sentence sentence, List<Claim> parts) {
    BigDecimal sum = BigDecimal.ZERO;
    int shares = 0;
    for (Claim part : parts) {
      int until =
          sentence.claims().stream()
              .filter(c -> c.figure().kind() != Figure.Kind.PER_CENT)
              .mapToInt(c -> c.figure().start())
              .filter(start -> start > part.figure().start())
              .min()
              .orElse(sentence.end());
      Matcher share = SHARE.matcher(narrative.read().text().substring(part.figure().end(), until));
      if (share.find()) {
        sum = sum.add(new BigDecimal(share.group(1)));
        shares++;
      }
    }
    return shares == parts.size()
        && shares > 1
        && sum.subtract(BigDecimal.valueOf(100)).abs().compareTo(BigDecimal.ONE) <= 0;
  }

  /** The total: what the sentence gives before or behind its parts, or else what the table has. */
  private static Optional<BigDecimal> whole(
      Narrative narrative, Sentence sentence, List<Claim> parts) {
    Figure first = parts.get(0).figure();
    Optional<BigDecimal> before =
        sentence.claims().stream()
            .filter(c -> c.figure().end() <= first.start())
            .filter(c -> c.about() == About.LEVEL || c.about() == About.WHOLE)
            .map(Claim::figure)
            .filter(f -> f.hedge() == Hedge.EXACT && f.decimals() >= 0)
            .filter(f -> f.kind() == first.kind() || narrative.isComparable(f))
            .filter(f -> f.kind() == first.kind() || first.kind() == Figure.Kind.NUMBER)
            .map(Figure::value)
            .reduce((one, last) -> isNow(narrative, one) ? one : last);
    // "39 were in time; the other two were late", in the row of those in time
    boolean plain =
        narrative.isComparable(first)
            && narrative.now().filter(v -> narrative.agrees(first, v)).isEmpty();
    return before.or(
        () ->
            plain && narrative.measure().rule() != QuarterRule.MEAN
                ? narrative.now()
                : Optional.empty());
  }

  private static boolean isNow(Narrative narrative, BigDecimal value) {
    return narrative.now().filter(v -> v.compareTo(value) == 0).isPresent();
  }
}
