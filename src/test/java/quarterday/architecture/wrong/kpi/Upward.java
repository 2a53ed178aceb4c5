package quarterday.architecture.wrong.kpi;

public interface Upward {
  quarterday.architecture.wrong.review.Upward seen();
}
