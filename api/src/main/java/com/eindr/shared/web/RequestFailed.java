package com.eindr.shared.web;

/** A request that fails with a problem which its endpoint knows best how to word. */
public final class RequestFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    public RequestFailed(Problem problem) {
        super(problem.slug() + ": " + problem.detail(), null, false, false);
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
