package io.fluxj.sandbox;

import io.fluxj.sandbox.ObjectRow.State;
import java.util.List;
import java.util.stream.Collectors;

/** What all rows together say: whether the sandbox has reached what its repository asks for. */
sealed interface Summary {

    /** Every object is ready (or suspended on purpose). */
    record Ready() implements Summary {}

    /**
     * Not there yet.
     *
     * @param reason the objects that are awaited, with their messages
     */
    record Pending(String reason) implements Summary {}

    /**
     * Nothing will change until somebody changes a spec.
     *
     * @param reason the stalled objects, with their messages
     */
    record Stalled(String reason) implements Summary {}

    /**
     * Judges all rows together.
     *
     * @param rows the rows of every Flux object
     * @param expected how many objects there are at least: those that the sandbox made itself
     */
    static Summary of(List<ObjectRow> rows, int expected) {
        if (rows.stream().anyMatch(row -> row.state() == State.STALLED)) {
            return new Stalled(reasons(rows, State.STALLED));
        }
        if (rows.size() < expected) {
            return new Pending("the objects have not appeared yet");
        }
        var unsettled = rows.stream().anyMatch(row -> row.state() == State.PENDING || row.state() == State.FAILING);
        return unsettled ? new Pending(reasons(rows, State.PENDING, State.FAILING)) : new Ready();
    }

    private static String reasons(List<ObjectRow> rows, State... states) {
        var wanted = List.of(states);
        return rows.stream()
                .filter(row -> wanted.contains(row.state()))
                .map(row -> row.subject() + ": " + (row.message().isEmpty() ? "no status yet" : row.message()))
                .collect(Collectors.joining("\n"));
    }
}
