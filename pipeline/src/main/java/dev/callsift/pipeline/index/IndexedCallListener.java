package dev.callsift.pipeline.index;

import java.util.List;

/**
 * Is told of calls that a run has put into the index for the first time, or anew because their recording has changed; not of
 * those that are merely tagged or indexed again.
 *
 * <p>It is told when the index is committed, so that searches find them, and inside the transaction in which they then count
 * as indexed: what it writes into the same database is kept exactly when that is. After a crash in between it is told again.
 * When it throws, all that it wrote is undone, and the step goes on as after any other fault: a store that is away is tried
 * again, everything else ends the run.
 */
@FunctionalInterface
public interface IndexedCallListener {

    /** @param callIds at least one */
    void indexed(List<String> callIds);
}
