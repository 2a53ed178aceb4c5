package quarterday.architecture.wrong.publish;

public interface Upward {
  quarterday.architecture.wrong.xlsx.Upward seen();
}
