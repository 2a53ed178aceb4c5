package quarterday.architecture.wrong.cli;

import jakarta.servlet.Servlet;

public interface AnswersRequests {
  Servlet seen();
}
