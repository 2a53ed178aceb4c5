package quarterday.architecture.wrong.wire;

public interface Upward {
  quarterday.architecture.wrong.xlsx.Upward seen();
}
