package io.fluxj.oci;

import io.fluxj.archive.Digest;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A repository in a registry. Names are read as Docker reads them: without a host they mean Docker Hub, and there a name of one part lies in
 * {@code library}.
 *
 * @param registry host, with the port if there is one
 * @param name path within the registry
 */
public record Repository(String registry, String name) {
    private static final String HUB = "index.docker.io";
    private static final String CHARACTERS = "abcdefghijklmnopqrstuvwxyz0123456789_-./";
    private static final int SHORTEST = 2;
    private static final int LONGEST = 255;
    private static final Pattern HOST =
            Pattern.compile("(?:[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?|\\[[0-9A-Fa-f:.]+\\])(?::[0-9]{1,5})?");

    /**
     * Reads {@code host/path}.
     *
     * @throws IllegalArgumentException when there is no such repository; the message is Flux's
     */
    public static Repository parse(String text) {
        if (text.isEmpty()) {
            throw new IllegalArgumentException("a repository name must be specified");
        }
        int slash = text.indexOf('/');
        String first = slash < 0 ? "" : text.substring(0, slash);
        boolean named = first.contains(".") || first.contains(":") || first.equals("localhost");
        String registry = named && !first.equals("docker.io") ? first : HUB;
        String name = named ? text.substring(slash + 1) : text;
        check(registry, name);
        return new Repository(registry, registry.equals(HUB) && !name.contains("/") ? "library/" + name : name);
    }

    private static void check(String registry, String name) {
        if (name.length() < SHORTEST || name.length() > LONGEST) {
            throw new IllegalArgumentException(
                    "repository must be between " + SHORTEST + " and " + LONGEST + " characters in length: " + name);
        }
        if (name.chars().anyMatch(c -> CHARACTERS.indexOf(c) < 0)) {
            throw new IllegalArgumentException(
                    "repository can only contain the characters `" + CHARACTERS + "`: " + name);
        }
        if (Stream.of(name.split("/", -1)).anyMatch(part -> part.chars().allMatch(c -> c == '.'))) {
            throw new IllegalArgumentException("repository has a part that is empty or only dots: " + name);
        }
        if (!HOST.matcher(registry).matches()) {
            throw new IllegalArgumentException("registries must be valid RFC 3986 URI authorities: " + registry);
        }
    }

    /** A tag in it. */
    public Reference tag(String tag) {
        return new Reference.Tag(this, tag);
    }

    /** A manifest in it. */
    public Reference digest(Digest digest) {
        return new Reference.Pinned(this, digest);
    }

    /** Whether it lies in Docker Hub. */
    boolean isOnHub() {
        return registry.equals(HUB);
    }

    /** {@code host/path}. */
    @Override
    public String toString() {
        return registry + "/" + name;
    }
}
