package io.fluxj.kustomize.resource;

/** What a generated object does to one of the same name that is already there. */
public enum Behavior {
    CREATE,
    REPLACE,
    MERGE;

    /** Anything unknown counts as create. */
    public static Behavior of(String name) {
        return switch (name) {
            case "replace" -> REPLACE;
            case "merge" -> MERGE;
            default -> CREATE;
        };
    }
}
