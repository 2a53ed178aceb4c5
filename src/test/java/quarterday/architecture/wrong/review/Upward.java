package quarterday.architecture.wrong.review;

public interface Upward {
  quarterday.architecture.wrong.complete.Upward seen();
}
