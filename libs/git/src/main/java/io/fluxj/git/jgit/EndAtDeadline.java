package io.fluxj.git.jgit;

import org.eclipse.jgit.lib.EmptyProgressMonitor;

/** Stops JGit's own work, such as resolving deltas, when the time is over. */
final class EndAtDeadline extends EmptyProgressMonitor {
    private final Deadline deadline;

    EndAtDeadline(Deadline deadline) {
        this.deadline = deadline;
    }

    @Override
    public boolean isCancelled() {
        return deadline.isOver();
    }
}
