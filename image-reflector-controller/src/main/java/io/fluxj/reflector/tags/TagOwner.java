package io.fluxj.reflector.tags;

import io.fabric8.kubernetes.api.model.HasMetadata;

/** The ImageRepository that tags belong to. */
public record TagOwner(String namespace, String name) {
    /** Refuses what could lead out of the owner's folder; the API lets no such names through. */
    public TagOwner {
        if (isNoName(namespace) || isNoName(name)) {
            throw new IllegalArgumentException("no names of an object: '" + namespace + "', '" + name + "'");
        }
    }

    private static boolean isNoName(String name) {
        return name.isEmpty() || name.contains("/") || name.startsWith(".");
    }

    /** Of an object. */
    public static TagOwner of(HasMetadata repository) {
        return new TagOwner(
                repository.getMetadata().getNamespace(),
                repository.getMetadata().getName());
    }
}
