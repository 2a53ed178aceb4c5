package quarterday.architecture.wrong.xlsx;

public interface Upward {
  quarterday.architecture.wrong.kpi.Upward seen();
}
