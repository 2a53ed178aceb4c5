package quarterday.glossary;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds what looks like an abbreviation in running text; prefers a miss to a false alarm. */
final class Abbreviations {
  // No sense of these is in doubt, or they are capitals of another kind: months, days, form
  // filling.
  private static final Set<String> EVERYDAY =
      Set.of(
          ("UK GB EU US USA OK IT TV ID AM PM PDF GBP NB PS CV FAQ VAT CCTV GPS SMS URL CD DVD USB"
                  + " COVID MP MPS BBC ITV Q&A A&E N/A NA TBC TBA TBD ND MR MS DR ST RE CC PC"
                  + " JAN FEB MAR APR MAY JUN JUNE JUL JULY AUG SEP SEPT OCT NOV DEC"
                  + " MON TUE TUES WED THU THUR THURS FRI SAT SUN"
                  + " A AN AND ALL ANY ARE AS AT BE BUT BY DO FOR FROM HAS HAVE IF IN INTO IS ITS"
                  + " LAST LATE LESS MORE MUST NEW NEXT NO NONE NOT NOTE NOW OF OFF OLD ON ONLY OR"
                  + " OUT OVER PER PLUS SEE SHOULD SO THAN THAT THE THEN THESE THIS TO TOTAL UNDER"
                  + " UP USE VERY WAS WE WERE WILL WITH YEAR YES YTD")
              .split(" "));

  private static final Pattern SENTENCE_END = Pattern.compile("[.!?;:]\\s+|[\\r\\n]+");
  private static final Pattern SPACE = Pattern.compile("[\\s\\u00a0]+");
  private static final Pattern PARTS = Pattern.compile("[^\\p{L}\\p{N}&]+");
  private static final Pattern EDGES =
      Pattern.compile("^[^\\p{L}\\p{N}#]+|[^\\p{L}\\p{N}]+$|['\u2019]s?$");
  private static final Pattern FILE_OR_CELL =
      Pattern.compile("[@\\\\_!$#=]|://|\\p{L}\\.\\p{L}{2}|^\\p{Lu}{1,3}\\d+(:.*)?$");
  private static final Pattern LETTER_BY_LETTER = Pattern.compile("\\p{Lu}([/&]\\p{Lu}){1,3}");
  private static final Pattern IN_CAPITALS = Pattern.compile("\\p{Lu}[\\p{Lu}\\d]*");
  private static final Pattern CAPITALS =
      Pattern.compile("(?=.*\\p{Lu}.*\\p{Lu})\\p{Lu}[\\p{Lu}\\d]{1,5}");
  private static final Pattern ROMAN = Pattern.compile("X{0,3}(IX|IV|V?I{0,3})");

  private Abbreviations() {}

  /** The abbreviations of a text in the order found, without plural s and possessive. */
  static List<String> in(String text) {
    List<String> found = new ArrayList<>();
    if (!hasTwoCapitals(text)) {
      return found;
    }
    for (String sentence : SENTENCE_END.split(text)) {
      // A heading in capitals says nothing about which of its words are abbreviations.
      if (sentence.chars().anyMatch(Character::isLowerCase)) {
        inSentence(sentence, found);
      }
    }
    return found;
  }

  private static void inSentence(String sentence, List<String> found) {
    List<String> run = new ArrayList<>();
    for (String chunk : SPACE.split(sentence)) {
      if (!hasTwoCapitals(chunk)) {
        endRun(run, found);
        continue;
      }
      String bare = EDGES.matcher(chunk).replaceAll("");
      boolean opens = !chunk.startsWith(bare);
      boolean closes = !chunk.endsWith(bare);
      if (opens) {
        endRun(run, found);
      }
      if (FILE_OR_CELL.matcher(bare).find()) {
        endRun(run, found);
      } else if (LETTER_BY_LETTER.matcher(bare).matches()) {
        keep(bare, found);
      } else {
        String[] parts = PARTS.split(bare);
        for (String part : parts) {
          String singular = withoutPlural(part);
          if (singular.length() > 1 && IN_CAPITALS.matcher(singular).matches()) {
            run.add(singular);
          } else {
            endRun(run, found);
          }
          if (closes || parts.length > 1) {
            endRun(run, found);
          }
        }
      }
    }
    endRun(run, found);
  }

  private static boolean hasTwoCapitals(String text) {
    return text.chars().filter(Character::isUpperCase).limit(2).count() == 2;
  }

  private static void endRun(List<String> run, List<String> found) {
    // Several words in capitals side by side, or a long one, are emphasis: "DO NOT SHARE".
    boolean emphasis = run.size() > 2 || run.stream().anyMatch(word -> word.length() > 6);
    if (!emphasis) {
      run.stream().filter(word -> CAPITALS.matcher(word).matches()).forEach(w -> keep(w, found));
    }
    run.clear();
  }

  private static void keep(String word, List<String> found) {
    if (!EVERYDAY.contains(word) && !ROMAN.matcher(word).matches()) {
      found.add(word);
    }
  }

  private static String withoutPlural(String part) {
    return part.length() > 2 && part.endsWith("s") ? part.substring(0, part.length() - 1) : part;
  }
}
