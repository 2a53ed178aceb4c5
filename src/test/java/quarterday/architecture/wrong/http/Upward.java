package quarterday.architecture.wrong.http;

public interface Upward {
  quarterday.architecture.wrong.cli.Upward seen();
}
