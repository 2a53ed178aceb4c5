package quarterday.architecture.wrong.commentary;

public interface Upward {
  quarterday.architecture.wrong.check.Upward seen();
}
