package org.jsaffire.source;

/**
 * How deep a stage has recursed into a program. A stage starts on the caller's thread, whose stack
 * may be small; code that is nested deeper than a few levels makes it start again on a thread with
 * a large stack. Belongs to one run of one stage.
 */
public final class Nesting {
  /**
   * How many brackets, blocks and prefix operators may be open at one place of a program. A tree is
   * at most about fifteen times as deep, left operands not counted: chains of those are long, and
   * every stage walks them in a loop.
   */
  public static final int LIMIT = 1000;

  /** Enough for a tree of the largest depth with 4 KiB for each level. */
  private static final long LARGE_STACK_BYTES = 64L << 20;

  private final int budget;
  private int depth;

  private Nesting(int budget) {
    this.budget = budget;
  }

  /**
   * The result of {@code stage}, which runs once or twice and must start from nothing each time.
   *
   * @param budget how many levels of the stage's recursion fit into any stack, say 64 KiB
   */
  public static <T> T run(int budget, Stage<T> stage) throws SourceException {
    try {
      return stage.run(new Nesting(budget));
    } catch (BudgetSpent e) {
      return runOnLargeStack(stage);
    }
  }

  private static <T> T runOnLargeStack(Stage<T> stage) throws SourceException {
    Worker<T> worker = new Worker<>(stage);
    Thread thread = new Thread(null, worker, "saffire-compiler", LARGE_STACK_BYTES, false);
    thread.setDaemon(true);
    thread.start();
    boolean interrupted = false;
    while (true) {
      try {
        thread.join();
        break;
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    return worker.result();
  }

  /** Goes one level down. */
  public void enter() {
    if (++depth > budget) {
      throw new BudgetSpent();
    }
  }

  /** Comes one level up. */
  public void leave() {
    depth--;
  }

  public int depth() {
    return depth;
  }

  /** Returns to a level from which an error has been thrown. */
  public void returnTo(int outerDepth) {
    depth = outerDepth;
  }

  /** A piece of work that recurses with the nesting of a program. */
  @FunctionalInterface
  public interface Stage<T> {
    T run(Nesting nesting) throws SourceException;
  }

  private static final class BudgetSpent extends RuntimeException {
    private static final long serialVersionUID = 1;

    BudgetSpent() {
      super(null, null, false, false);
    }
  }

  /** Carries the outcome from the large thread to the caller, who waits for its end. */
  private static final class Worker<T> implements Runnable {
    private final Stage<T> stage;
    private T result;
    private SourceException rejection;
    private RuntimeException failure;
    private Error error;

    Worker(Stage<T> stage) {
      this.stage = stage;
    }

    @Override
    public void run() {
      try {
        result = stage.run(new Nesting(Integer.MAX_VALUE));
      } catch (SourceException e) {
        rejection = e;
      } catch (RuntimeException e) {
        failure = e;
      } catch (Error e) {
        error = e;
      }
    }

    T result() throws SourceException {
      if (rejection != null) {
        throw rejection;
      }
      if (failure != null) {
        throw failure;
      }
      if (error != null) {
        throw error;
      }
      return result;
    }
  }
}
