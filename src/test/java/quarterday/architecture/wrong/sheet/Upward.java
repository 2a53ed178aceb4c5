package quarterday.architecture.wrong.sheet;

public interface Upward {
  quarterday.architecture.wrong.edit.Upward seen();
}
