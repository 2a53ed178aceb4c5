package quarterday.architecture.wrong.edit;

public interface Upward {
  quarterday.architecture.wrong.kpi.Upward seen();
}
