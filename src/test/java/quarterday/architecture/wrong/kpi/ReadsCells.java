package quarterday.architecture.wrong.kpi;

import org.apache.poi.ss.usermodel.Cell;

public interface ReadsCells {
  Cell seen();
}
