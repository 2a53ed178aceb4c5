package quarterday.architecture.wrong.spc;

public interface Upward {
  quarterday.architecture.wrong.kpi.Upward seen();
}
