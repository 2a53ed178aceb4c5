package quarterday.architecture.wrong.review;

import org.apache.commons.csv.CSVRecord;

public interface ReadsCsv {
  CSVRecord seen();
}
