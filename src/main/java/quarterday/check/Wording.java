package quarterday.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import quarterday.commentary.Claim;
import quarterday.commentary.Figure;
import quarterday.commentary.PeriodMention;
import quarterday.commentary.Sentence;

/**
 * A commentary as one line of small letters in which each figure is a mark, so that a phrase with
 * several figures can be looked for as a whole.
 *
 * <p>The report's own period is left out with the word that leads to it, since it changes nothing;
 * any other period is a {@code ~}. Sentences are parted by full stops, which stand nowhere else.
 */
final class Wording {
  private static final Pattern NAMED = Pattern.compile("#([a-z]+)");
  private static final Pattern OWN_PERIOD =
      Pattern.compile(
          "(?: (?:(?:at|by|on|to|for) the end of|in|during|for|over|of|throughout|across|at|on|by))?"
              + " @(?= )");
  private static final Pattern GROUP = Pattern.compile("\\(\\?<([a-z]+)>");

  /** A phrase said more often than this is no sentence's, but a list's. */
  private static final int MOST = 40;

  private static final String STOP = " . ";

  private final String line;
  private final Map<Integer, Claim> claims = new HashMap<>();

  private Wording(String line) {
    this.line = line;
  }

  /** What a phrase says: its figures and words by the names that the phrase gives them. */
  final class Said {
    private final Map<String, String> parts = new HashMap<>();
    private final int start;
    private final int end;

    private Said(Matcher found, List<String> names) {
      this.start = found.start();
      this.end = found.end();
      for (String name : names) {
        Optional.ofNullable(found.group(name)).ifPresent(part -> parts.put(name, part));
      }
    }

    /** The claim made with a figure, if the phrase was said with it. */
    Optional<Claim> claim(String name) {
      return Optional.ofNullable(parts.get(name)).map(k -> claims.get(Integer.valueOf(k)));
    }

    Optional<Figure> figure(String name) {
      return claim(name).map(Claim::figure);
    }

    /** The words of a part; empty where it was not said. */
    String words(String name) {
      return parts.getOrDefault(name, "").strip();
    }

    /** The sentences that it stands in. */
    String sentence() {
      int from = line.lastIndexOf(STOP, start);
      int to = line.indexOf(STOP, Math.max(start, end - STOP.length()));
      return line.substring(Math.max(0, from), to < 0 ? line.length() : to + 1);
    }

    /** What stands between two figures of it; empty where they stand the other way round. */
    String between(String first, String second) {
      int from = line.indexOf("<" + parts.get(first) + ">");
      int to = line.indexOf("<" + parts.get(second) + ">");
      return from < to ? line.substring(line.indexOf('>', from) + 1, to) : "";
    }

    /** Whether a claim's figure stands in its sentences. */
    boolean has(Claim claim) {
      String sentence = sentence();
      return claims.entrySet().stream()
          .anyMatch(e -> e.getValue().equals(claim) && sentence.contains("<" + e.getKey() + ">"));
    }

    /** What follows it in its sentence. */
    String behind() {
      int to = line.indexOf(STOP, Math.max(start, end - 1));
      return line.substring(end, to < 0 ? line.length() : Math.max(end, to + 1));
    }

    /** What stands before it in its sentence. */
    String before() {
      int from = line.lastIndexOf(STOP, start);
      return line.substring(from < 0 ? 0 : from + 2, Math.max(start, from + 2));
    }

    /** Whether its sentences name another period than the report's. */
    boolean namesAnotherPeriod() {
      return sentence().contains("~");
    }
  }

  /** A phrase to look for, with a {@code #name} for each figure. */
  record Phrase(Pattern pattern, List<String> names) {
    static Phrase of(String words) {
      String pattern = NAMED.matcher(words).replaceAll("<(?<$1>\\\\d+)>");
      List<String> names = GROUP.matcher(pattern).results().map(group -> group.group(1)).toList();
      return new Phrase(Pattern.compile(pattern), names);
    }
  }

  /** The wording of a commentary. */
  static Wording of(Narrative narrative) {
    StringBuilder line = new StringBuilder(" .");
    Map<Integer, Claim> claims = new HashMap<>();
    for (Sentence sentence : narrative.sentences()) {
      append(line, narrative, sentence, claims);
      line.append(" .");
    }
    String words = OWN_PERIOD.matcher(line.append(' ')).replaceAll("");
    Wording wording = new Wording(words);
    wording.claims.putAll(claims);
    return wording;
  }

  private static void append(
      StringBuilder line, Narrative narrative, Sentence sentence, Map<Integer, Claim> claims) {
    String text = narrative.read().text();
    int at = sentence.start();
    List<Mark> marks = new ArrayList<>();
    sentence
        .claims()
        .forEach(
            c ->
                marks.add(
                    new Mark(
                        c.figure().start(),
                        c.figure().end(),
                        k -> {
                          claims.put(k, c);
                          return "<" + k + ">";
                        })));
    for (PeriodMention period : sentence.periods()) {
      boolean own = narrative.meant(Optional.of(period)).filter(narrative::isReported).isPresent();
      marks.add(new Mark(period.start(), period.end(), k -> own ? "@" : "~"));
    }
    marks.sort((a, b) -> Integer.compare(a.start(), b.start()));
    for (Mark mark : marks) {
      if (mark.start() >= at) {
        plain(line, text.substring(at, mark.start()));
        line.append(' ').append(mark.as().apply(claims.size()));
        at = mark.end();
      }
    }
    plain(line, text.substring(at, Math.max(at, sentence.end())));
  }

  private record Mark(int start, int end, IntFunction<String> as) {}

  private static final Pattern PART =
      Pattern.compile("[\\p{L}\\d](?:[\\p{L}\\d'-]*[\\p{L}\\d'])?|[,;:()/=&+]|[-\u2013\u2014]");

  /** Words and marks, each with a space before it. */
  private static void plain(StringBuilder line, String text) {
    PART.matcher(text.toLowerCase(Locale.ROOT).replace('\u2019', '\''))
        .results()
        .map(MatchResult::group)
        .forEach(part -> line.append(' ').append(part));
  }

  /** Everywhere that one of these phrases is said. */
  List<Said> all(List<Phrase> phrases) {
    List<Said> all = new ArrayList<>();
    if (claims.isEmpty()) {
      return all;
    }
    for (Phrase phrase : phrases) {
      Matcher found = phrase.pattern().matcher(line);
      for (int k = 0; k < MOST && found.find(); k++) {
        all.add(new Said(found, phrase.names()));
      }
    }
    return all;
  }

  /** The line but for a phrase. */
  String without(Said said) {
    return line.substring(0, said.start) + " " + line.substring(said.end);
  }

  /** The whole line. */
  String line() {
    return line;
  }
}
