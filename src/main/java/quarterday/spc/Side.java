package quarterday.spc;

/** On which side of the centre line something lies; of a trend, rising is above, falling below. */
public enum Side {
  ABOVE,
  BELOW,
  ON;

  static Side of(int sign) {
    return sign > 0 ? ABOVE : sign < 0 ? BELOW : ON;
  }
}
