package dev.dateline.server.http;

/** A request that cannot be answered, and why. */
public final class ProblemException extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final transient Problem problem;

  /** Carries the problem to the one place that answers with it. */
  public ProblemException(Problem problem) {
    super(problem.detail(), null, false, false);
    this.problem = problem;
  }

  /** A request that cannot be answered, and why. */
  public ProblemException(int status, String code, String detail) {
    this(Problem.of(status, code, detail));
  }

  /** Why. */
  public Problem problem() {
    return problem;
  }
}
