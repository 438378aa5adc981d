package io.fluxj.apply;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What became of a set of objects, in the order in which they were handled. */
public record ChangeSet(List<Change> changes) {

    private static final Set<Action> WRITES = Set.of(Action.CREATED, Action.CONFIGURED, Action.DELETED);

    public ChangeSet {
        changes = List.copyOf(changes);
    }

    /** A set without entries. */
    public static ChangeSet empty() {
        return new ChangeSet(List.of());
    }

    /** This set followed by the other. */
    public ChangeSet plus(ChangeSet later) {
        return new ChangeSet(
                Stream.concat(changes.stream(), later.changes.stream()).toList());
    }

    /** Every object, whatever became of it. */
    public List<ObjectRef> refs() {
        return changes.stream().map(Change::ref).toList();
    }

    /** The objects with any of these actions. */
    public List<ObjectRef> refs(Set<Action> actions) {
        return only(actions).map(Change::ref).toList();
    }

    /** What was created, configured or deleted. */
    public List<Change> written() {
        return only(WRITES).toList();
    }

    /** Whether anything was created, configured or deleted. */
    public boolean changedAnything() {
        return changes.stream().anyMatch(change -> WRITES.contains(change.action()));
    }

    /** One line per object that was created, configured or deleted, joined by newlines; empty when there is none. */
    public String changedLines() {
        return lines(WRITES);
    }

    /** One line per object with any of these actions, joined by newlines. */
    public String lines(Set<Action> actions) {
        return only(actions).map(Change::line).collect(joining("\n"));
    }

    private Stream<Change> only(Set<Action> actions) {
        return changes.stream().filter(change -> actions.contains(change.action()));
    }
}
