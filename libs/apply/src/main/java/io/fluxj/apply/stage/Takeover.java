package io.fluxj.apply.stage;

import java.util.List;
import java.util.Set;

/**
 * What others left on live objects that an apply removes or takes over, so that fields which they set and the manifest
 * lacks go away.
 *
 * @param managers whose fields become the applier's own
 * @param annotations keys to remove
 * @param labels keys to remove
 * @param versions whether entries of {@code managedFields} that stand in another API version than the manifest are brought to
 *     the manifest's when the server cannot apply because of them
 * @param ignored what is left to others for good
 */
public record Takeover(
        List<Manager> managers, Set<String> annotations, Set<String> labels, boolean versions, IgnoredFields ignored) {

    public Takeover {
        managers = List.copyOf(managers);
        annotations = Set.copyOf(annotations);
        labels = Set.copyOf(labels);
    }

    /** A takeover that leaves nothing to others. */
    public Takeover(List<Manager> managers, Set<String> annotations, Set<String> labels, boolean versions) {
        this(managers, annotations, labels, versions, IgnoredFields.none());
    }

    /** Nothing is taken over. */
    public static Takeover none() {
        return new Takeover(List.of(), Set.of(), Set.of(), false);
    }

    /** The same with or without bringing entries to the manifest's version. */
    public Takeover withVersions(boolean other) {
        return new Takeover(managers, annotations, labels, other, ignored);
    }

    /** The same, which leaves these fields to others. */
    public Takeover withIgnored(IgnoredFields other) {
        return new Takeover(managers, annotations, labels, versions, other);
    }

    /**
     * A field manager.
     *
     * @param prefix how its name begins
     * @param operation by what kind of write it owns fields
     */
    public record Manager(String prefix, Operation operation) {}

    /** Kinds of writes that managedFields tells apart. */
    public enum Operation {
        APPLY("Apply"),
        UPDATE("Update");

        private final String word;

        Operation(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }
}
