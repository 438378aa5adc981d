package io.fluxj.kustomize.kustomization;

/** One entry of {@code replicas}. */
public record Replica(String name, long count) {

    public static Replica read(Fields fields) {
        return new Replica(fields.text("name"), fields.number("count"));
    }
}
