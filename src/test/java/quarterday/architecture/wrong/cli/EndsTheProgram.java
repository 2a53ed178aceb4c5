package quarterday.architecture.wrong.cli;

public final class EndsTheProgram {
  private EndsTheProgram() {}

  static void end() {
    System.exit(0);
  }
}
