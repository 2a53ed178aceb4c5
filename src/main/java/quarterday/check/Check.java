package quarterday.check;

import java.util.function.Consumer;
import quarterday.kpi.Finding;

/** Looks for one kind of mistake; it changes nothing and remembers nothing. */
interface Check {
  /** What it finds. */
  CheckRule rule();

  /** Tells all it finds, in any order. */
  void look(Subject subject, Consumer<Finding> found);
}
