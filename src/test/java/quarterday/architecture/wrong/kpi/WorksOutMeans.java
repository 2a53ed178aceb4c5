package quarterday.architecture.wrong.kpi;

import org.apache.commons.math3.stat.descriptive.moment.Mean;

public interface WorksOutMeans {
  Mean seen();
}
