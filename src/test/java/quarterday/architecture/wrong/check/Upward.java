package quarterday.architecture.wrong.check;

public interface Upward {
  quarterday.architecture.wrong.complete.Upward seen();
}
