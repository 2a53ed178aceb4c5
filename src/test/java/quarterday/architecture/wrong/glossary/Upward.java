package quarterday.architecture.wrong.glossary;

public interface Upward {
  quarterday.architecture.wrong.complete.Upward seen();
}
