package quarterday.review;

import java.util.Optional;
import quarterday.kpi.ReadingRule;

/**
 * What an expert would say about the limits or the changes of a measure. It is advice: no figure,
 * limit or state is any different for it.
 */
interface Caution {
  /** The rule under which it is known. */
  ReadingRule rule();

  /** One sentence with what to do; empty where there is nothing to say. */
  Optional<String> about(MeasureReview measure);
}
