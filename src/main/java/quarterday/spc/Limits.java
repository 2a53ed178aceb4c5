package quarterday.spc;

/**
 * The centre line and the raw limits at one position, in the unit of the values; never clamped to
 * what is possible, each worked out exactly and rounded once.
 */
public record Limits(double centre, double lower, double upper) {}
