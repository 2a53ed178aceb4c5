package quarterday.kpi;

/** A rule by which something odd is found. Rules that share a code share title and severity. */
public interface Rule {
  /** The code people look up, such as {@code R07} or {@code V21}. */
  String code();

  /** How much it matters, unless a finding says otherwise. */
  Severity severity();

  /** What the rule asks for, in a few words, as the help pages are headed. */
  String title();
}
