package quarterday.architecture.wrong.complete;

public interface Upward {
  quarterday.architecture.wrong.publish.Upward seen();
}
