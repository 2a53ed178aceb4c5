package quarterday.glossary;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes apart what people write in the term column of a glossary. */
final class TermSpelling {
  private static final Pattern OPTIONAL_PLURAL =
      Pattern.compile("\\(s\\)", Pattern.CASE_INSENSITIVE);
  private static final Pattern IN_BRACKETS = Pattern.compile("\\(([^()]*)\\)");
  private static final Pattern BETWEEN_FORMS = Pattern.compile("\\s+[-\u2013\u2014/=]\\s+|[:;]");

  private TermSpelling() {}

  /**
   * The spellings that an entry explains: "Freedom of Information (FOI)" explains the long form and
   * the abbreviation, and so does "FOI - Freedom of Information".
   */
  static List<String> of(String entry) {
    String text = OPTIONAL_PLURAL.matcher(entry).replaceAll("s");
    List<String> spellings = new ArrayList<>();
    Matcher brackets = IN_BRACKETS.matcher(text);
    while (brackets.find()) {
      add(spellings, brackets.group(1));
    }
    for (String form : BETWEEN_FORMS.split(brackets.replaceAll(" "))) {
      add(spellings, form);
      List<Word> words = Word.in(form);
      if (words.size() > 1 && words.get(0).isShorthand()) {
        spellings.add(words.get(0).exact());
      }
    }
    return spellings;
  }

  private static void add(List<String> spellings, String form) {
    if (!Word.in(form).isEmpty()) {
      spellings.add(form.strip());
    }
  }
}
