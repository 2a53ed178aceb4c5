package quarterday;

import quarterday.cli.Quarterday;

/** Starts the command line. */
public final class Main {
  private Main() {}

  /** Runs one command and ends with its exit code: 0, 1, 2 or 70. */
  public static void main(String[] args) {
    System.exit(Quarterday.run(args));
  }
}
