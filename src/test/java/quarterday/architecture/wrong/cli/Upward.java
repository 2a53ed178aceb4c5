package quarterday.architecture.wrong.cli;

public interface Upward {
  quarterday.architecture.wrong.Main seen();
}
