package quarterday.commentary;

import java.util.List;
import java.util.Optional;

/**
 * A word that says which way something went; {@code slower} is up, as the time that it took.
 *
 * @param direction which way
 * @param basis the period it is compared with, where one is named
 * @param size the word for how much, such as {@code slightly}, or empty
 * @param factor 2 for doubled, 3 for trebled, and the same below zero for halved; else 0
 * @param figured whether a figure says how much
 * @param subject what went that way: the words before, and those behind {@code in}
 * @param scope whether the words before and behind leave it to the whole of the subject
 * @param start where the word starts in the text
 * @param end where it ends
 */
public record Movement(
    Direction direction,
    Optional<PeriodMention> basis,
    String size,
    int factor,
    boolean figured,
    List<String> subject,
    Claim.Scope scope,
    int start,
    int end) {}
