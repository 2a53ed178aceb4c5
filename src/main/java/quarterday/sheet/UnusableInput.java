package quarterday.sheet;

/**
 * Input that cannot be used at all: a code for programs, a sentence that says what is wrong and a
 * remedy that says what to do about it.
 */
public final class UnusableInput extends Exception {
  private static final long serialVersionUID = 1L;

  private final String code;
  private final String sentence;
  private final String remedy;

  /** Carries a code such as {@code no-table}, and two sentences with their full stops. */
  public UnusableInput(String code, String sentence, String remedy) {
    super(sentence + " " + remedy);
    this.code = code;
    this.sentence = sentence;
    this.remedy = remedy;
  }

  /** The kind of trouble, in lower case with hyphens. */
  public String code() {
    return code;
  }

  /** What is wrong. */
  public String sentence() {
    return sentence;
  }

  /** What to do about it. */
  public String remedy() {
    return remedy;
  }
}
