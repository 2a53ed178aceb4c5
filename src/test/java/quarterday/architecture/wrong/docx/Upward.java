package quarterday.architecture.wrong.docx;

public interface Upward {
  quarterday.architecture.wrong.wire.Upward seen();
}
