package io.fluxj.kube.request;

import io.fluxj.kube.access.User;
import io.fluxj.kube.api.Key;
import io.fluxj.kube.api.ResourceType;
import java.util.ArrayList;
import java.util.List;

/**
 * What a write is aimed at.
 *
 * @param type the resource at the request's version
 * @param key the object
 * @param subresource empty for the object itself
 * @param user who writes
 * @param options how
 * @param warnings collects what the client is warned of
 * @param repeats the keys that come twice in the request
 */
public record Target(
        ResourceType type,
        Key key,
        String subresource,
        User user,
        WriteOptions options,
        List<String> warnings,
        Repeats repeats) {

    Target(ResourceType type, Key key, String subresource, User user, WriteOptions options, List<String> warnings) {
        this(type, key, subresource, user, options, warnings, Repeats.NONE);
    }

    /** A target of this library's own writes. */
    public static Target internal(ResourceType type, Key key, String subresource, String manager) {
        return new Target(
                type,
                key,
                subresource,
                User.of("system:apiserver", List.of(User.MASTERS)),
                WriteOptions.internal(manager),
                new ArrayList<>());
    }

    Target withKey(Key other) {
        return new Target(type, other, subresource, user, options, warnings, repeats);
    }

    Target withRepeats(Repeats found) {
        return new Target(type, key, subresource, user, options, warnings, found);
    }
}
