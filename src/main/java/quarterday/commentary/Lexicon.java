package quarterday.commentary;

import java.util.Arrays;
import java.util.Set;

/** Words that mean the same to the grammar. */
final class Lexicon {
  private final Set<String> words;

  private Lexicon(Set<String> words) {
    this.words = words;
  }

  /** The words of a list, parted by spaces. */
  static Lexicon of(String words) {
    return new Lexicon(Set.copyOf(Arrays.asList(words.split(" "))));
  }

  boolean has(String word) {
    return words.contains(word);
  }

  boolean has(Token token) {
    return words.contains(token.text());
  }

  /** Words that are no noun and no adjective: where a noun phrase ends. */
  static final Lexicon FUNCTION =
      of(
          "a an the of in on at by to for from with within during over under between about and or"
              + " but nor so as than then that this these those which who whose whom when where"
              + " while because due owing since until till after before is are was were be been"
              + " being has have had having do does did will would can could may might must shall"
              + " should not no it its they their them there here we our us he his she her per"
              + " each every also only just still again however although though if whether up down"
              + " out into onto through throughout across against around despite following"
              + " regarding concerning relating related involving including compared versus vs"
              + " via upon among without"
              + " more fewer less higher lower compared compares compare"
              + " comparing above below outside once");

  /** The forms of to be and to have. */
  static final Lexicon BEING =
      of("is are was were be been being has have had stands stood remains remained");

  /** Verbs that only say that the figure was counted. */
  static final Lexicon COUNTED =
      of(
          "received attended held made sent recorded taken took lost given gave carried logged"
              + " reported counted registered came come arrived saw shows showed show issued posted"
              + " published tweeted owed employed managed managing manages run undertaken completed"
              + " worked spent occurred happened place totalled totalling totals reached"
              + " reaching comprised numbered equals stands stood had has have is are was were be"
              + " been being handled dealt processed delivered contains contained produced"
              + " generated achieved hosted conducted needed required used volunteered viewed"
              + " seen visited submitted placed filed under way underway post committed"
              + " measured noted observed overall altogether average lodged booked live went ahead");

  /** Words before a figure that make it a part, a plan or a limit, and not the whole. */
  static final Lexicon NARROWING =
      of(
          "further another additional other including includes included include comprising"
              + " comprises plus average averaging maximum minimum capacity target limit cap plan"
              + " each every new planned scheduled expected with remaining extra first last next"
              + " least most lowest highest busiest peak peaked whom");

  /** Words that lead to more about the things counted, and so to some of them only. */
  static final Lexicon RESTRICTING =
      of(
          "about regarding concerning relating related involving from by at with for on to where"
              + " whose who that which per a each than aged between"
              + " within against linked connected involved");

  /** Words that lead to a period. */
  static final Lexicon LEADING =
      of(
          "in during at for by over throughout of to the end as on since within across until"
              + " between");

  /** Words between a change and its figure. */
  static final Lexicon FILL =
      of("of by a an the just only some total around to still further overall in");

  /** Words that lead to what is compared with. */
  static final Lexicon COMPARING =
      of("than against versus vs v compared compares compare comparing comparison relative");

  /** Where a clause ends. */
  static final Lexicon CLAUSE_ENDS = of("; but while whereas although however");

  /** Words for a target or a limit. */
  static final Lexicon LIMITS =
      of(
          "target limit deadline timescale time-scale cap threshold rule standard timeframe maximum"
              + " minimum allowance sla ambition aspiration benchmark ceiling goal");

  /** Words between a comparison and its period. */
  static final Lexicon TO_BASIS =
      of(
          "between in the at end of for during that those number figure level levels seen recorded"
              + " to with by a as was were did what reported total position received where they it"
              + " stood");

  /** Comparatives of which the measure knows which way is up. */
  static final Lexicon BETTER_OR_WORSE = of("better worse quicker slower faster sooner");

  /** Verbs whose {@code up} goes nowhere: gave up on, followed up on. */
  static final Lexicon PHRASAL =
      of(
          "gave give given giving set made make makes making picked take taken took followed follow sign"
              + " signed put turned caught built back");
}
