package quarterday.spc;

/**
 * A longest run of positions, side by side, that one rule holds for.
 *
 * <p>Of points outside the limits it joins neighbours on the same side; of two of three it reaches
 * from the first to the last point flagged in triples that overlap.
 *
 * @param rule the rule
 * @param side the side; of a trend {@code ABOVE} is rising and {@code BELOW} is falling
 * @param from the first position
 * @param to the last position
 */
public record Signal(SignalRule rule, Side side, int from, int to) {}
