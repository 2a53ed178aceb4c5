package quarterday.check;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import quarterday.kpi.Measure;
import quarterday.kpi.Unit;

/** The words by which a sentence is known to speak of a measure. */
final class Vocabulary {
  /** Beginnings that make a noun, a verb and an adjective one word: satisfaction, satisfied. */
  private static final List<String> FAMILIES =
      List.of(
          "satisf", "confid", "abandon", "referr", "complet", "attend", "vacan", "recruit", "engag",
          "invit", "burgl", "robb", "caller", "stole");

  /** Words that any measure's sentence may use. */
  private static final Set<String> GENERAL =
      Set.copyOf(
          List.of(
              "extremely",
              "very",
              "broadly",
              "relatively",
              "fairly",
              "generally",
              "quite",
              "recently",
              "number",
              "total",
              "volume",
              "count",
              "figure",
              "rate",
              "per",
              "cent",
              "percentage",
              "proportion",
              "share",
              "average",
              "mean",
              "level",
              "case",
              "item",
              "piece",
              "people",
              "person",
              "occasion",
              "instance",
              "unit",
              "record",
              "offence",
              "crime",
              "overall",
              "this",
              "that",
              "it",
              "measure",
              "result",
              "performance",
              "value",
              "month",
              "quarter",
              "year",
              "period",
              "calendar",
              "working",
              "altogether",
              "position",
              "indicator",
              "monthly",
              "quarterly",
              "busy",
              "high",
              "low",
              "compar",
              "comparison",
              "show",
              "seen",
              "saw",
              "continu",
              "remain",
              "remained",
              "indicat",
              "suggest",
              "display",
              "follow",
              "data",
              "chart",
              "series",
              "point",
              "there",
              "these",
              "those",
              "they",
              "now",
              "also",
              "however",
              "again",
              "stand",
              "stood",
              "stay",
              "come",
              "came",
              "rang",
              "year",
              "latest",
              "recent",
              "current",
              "last",
              "previou",
              "same",
              "first",
              "second",
              "third",
              "fourth",
              "row",
              "consecutiv",
              "expect",
              "again",
              "significant",
              "slight",
              "represent",
              "mark",
              "note",
              "cent",
              "differenc",
              "chang",
              "sum",
              "improv",
              "worsen",
              "deteriorat",
              "log",
              "equat",
              "demand",
              "activity",
              "traffic",
              "workload",
              "read",
              "better",
              "worse",
              "faster",
              "slower",
              "quicker",
              "sooner",
              "identical",
              "almost",
              "nearly",
              "virtually",
              "similar",
              "climb",
              "slip",
              "most",
              "fewest",
              "least",
              "comparable",
              "two",
              "three",
              "four",
              "five",
              "six",
              "seven",
              "eight",
              "best",
              "worst",
              "fastest",
              "slowest",
              "table",
              "column",
              "shown",
              "listed",
              "equivalent",
              "corresponding",
              "each",
              "every",
              "additional",
              "extra",
              "clear",
              "well",
              "definite",
              "marked",
              "sustain",
              "strong",
              "gradual",
              "distinct",
              "evident",
              "emerg",
              "output",
              "throughput",
              "throughout",
              "alone",
              "successiv",
              "best",
              "worst",
              "longest",
              "shortest",
              "slowest",
              "quickest",
              "fastest",
              "slightly",
              "marginally",
              "significantly",
              "sharply",
              "steadily",
              "gradually",
              "markedly",
              "substantially",
              "considerably",
              "consistently",
              "currently",
              "usually",
              "typically"));

  private static final Set<String> GENERAL_STEMS =
      Stream.concat(GENERAL.stream(), GENERAL.stream().map(Vocabulary::stem))
          .collect(Collectors.toUnmodifiableSet());

  private static final Set<String> SMALL =
      Set.copyOf(
          List.of(
              "the",
              "of",
              "and",
              "for",
              "by",
              "in",
              "to",
              "on",
              "at",
              "with",
              "from",
              "a",
              "an",
              "per",
              "within",
              "or",
              "as",
              "is",
              "are",
              "was",
              "were",
              "all",
              "who",
              "which",
              "opcc",
              "pcc",
              "kpi",
              "no",
              "not",
              "up",
              "any",
              "than",
              "its",
              "have",
              "has",
              "been",
              "be",
              "had",
              "down",
              "more",
              "fewer",
              "less",
              "higher",
              "lower",
              "rose",
              "fell",
              "risen",
              "fallen",
              "increase",
              "decrease",
              "increased",
              "decreased",
              "rise",
              "fall",
              "reduction",
              "drop",
              "dropped",
              "growth",
              "grew",
              "when",
              "and",
              "but",
              "still",
              "only",
              "just",
              "since",
              "end",
              "start",
              "out",
              "against",
              "between",
              "over",
              "during",
              "about",
              "around",
              "into",
              "did",
              "does",
              "so",
              "while",
              "where",
              "then",
              "they",
              "their",
              "busiest",
              "highest",
              "lowest",
              "quietest",
              "peak",
              "came",
              "went",
              "gone",
              "took",
              "taken",
              "this",
              "was",
              "will",
              "can",
              "after",
              "before",
              "because",
              "due",
              "given",
              "gave",
              "reduced",
              "declined",
              "above",
              "below",
              "under",
              "target",
              "april",
              "may",
              "june",
              "july",
              "january",
              "february",
              "march",
              "august",
              "september",
              "october",
              "november",
              "december",
              "difference",
              "change",
              "changes",
              "altogether",
              "doubled",
              "halved",
              "unchanged",
              "main",
              "mainly",
              "largely",
              "overall",
              "we",
              "us",
              "our",
              "them",
              "despite",
              "nevertheless",
              "therefore",
              "hence",
              "thus",
              "meanwhile",
              "i.e",
              "ie",
              "e.g",
              "eg",
              "both",
              "set",
              "brought",
              "see"));

  /** Nouns that stand for whatever a measure counts, but never for hours or per cent. */
  private static final Set<String> THINGS =
      Set.of(
          "case",
          "item",
          "people",
          "person",
          "record",
          "instance",
          "occasion",
          "offenc",
          "crim",
          "offence",
          "crime");

  private final Set<String> words = new HashSet<>();
  private final Set<String> heads = new HashSet<>();

  private Vocabulary() {}

  /** The words of a measure's name and of what it counts. */
  static Vocabulary of(Measure measure) {
    Vocabulary vocabulary = new Vocabulary();
    for (String text : List.of(measure.name(), measure.noun())) {
      for (String word : wordsOf(text)) {
        String stem = stem(word);
        if (THINGS.contains(stem)) {
          vocabulary.heads.add(stem);
        }
        if (word.length() > 1 && !SMALL.contains(word) && !GENERAL_STEMS.contains(stem)) {
          vocabulary.words.add(stem);
          if (stem.equals("complet")) {
            vocabulary.words.addAll(List.of("finish", "finalis"));
          }
        }
      }
    }
    if (measure.unit() == Unit.POUNDS) {
      vocabulary.words.addAll(List.of("spend", "expenditur", "cost"));
    }
    return vocabulary;
  }

  /** The words of a text. */
  static List<String> wordsOf(String text) {
    return List.of(text.toLowerCase(Locale.ROOT).split("[^a-z0-9]+"));
  }

  /** The words of a text, without the empty ones between two marks. */
  static List<String> in(String text) {
    return wordsOf(text).stream().filter(word -> !word.isEmpty()).toList();
  }

  /** How many words are the measure's own. */
  int size() {
    return words.size();
  }

  /** Whether a word is the measure's own. */
  boolean has(String word) {
    return words.contains(stem(word));
  }

  /** Whether the measure's name ends in this general noun, as in violent offences. */
  boolean isHead(String word) {
    return heads.contains(stem(word));
  }

  /** Whether a word stands for things that are counted. */
  static boolean isThing(String word) {
    return THINGS.contains(stem(word));
  }

  /** How many of these words are the measure's own. */
  int shared(Collection<String> others) {
    return sharedStems(others.stream().map(Vocabulary::stem).collect(Collectors.toSet()));
  }

  /** How many of these stems are the measure's own. */
  int sharedStems(Set<String> stems) {
    return (int) stems.stream().filter(words::contains).count();
  }

  /** Whether a word says nothing about which measure is meant. */
  static boolean isGeneral(String word) {
    return word.length() == 1
        || SMALL.contains(word)
        || GENERAL.contains(word)
        || GENERAL_STEMS.contains(stem(word));
  }

  /** A word less its ending: {@code accepted} and {@code accepts} are {@code accept}. */
  static String stem(String word) {
    String stem = word.toLowerCase(Locale.ROOT);
    for (String family : FAMILIES) {
      if (stem.startsWith(family)) {
        return family.equals("caller") ? "call" : family.equals("stole") ? "theft" : family;
      }
    }
    if (stem.equals("women") || stem.equals("woman")) {
      return "femal";
    }
    if (stem.equals("men") || stem.equals("man")) {
      return "mal";
    }
    if (stem.length() > 4 && stem.endsWith("ies")) {
      return stem.substring(0, stem.length() - 3) + "y";
    }
    if (stem.length() > 5 && stem.endsWith("ing")) {
      stem = stem.substring(0, stem.length() - 3);
    } else if (stem.length() > 4 && stem.endsWith("ed")) {
      stem = stem.substring(0, stem.length() - 2);
    } else if (stem.length() > 4 && stem.endsWith("es") && !stem.endsWith("ses")) {
      stem = stem.substring(0, stem.length() - 2);
    } else if (stem.length() > 3 && stem.endsWith("s") && !stem.endsWith("ss")) {
      stem = stem.substring(0, stem.length() - 1);
    }
    return stem.length() > 4 && stem.endsWith("e") ? stem.substring(0, stem.length() - 1) : stem;
  }
}
