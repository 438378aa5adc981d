package io.fluxj.kube.access;

import java.util.List;
import java.util.Map;

/**
 * Who is asking.
 *
 * @param name the user
 * @param uid unique id, empty when unknown
 * @param groups the groups
 * @param extra further facts
 */
public record User(String name, String uid, List<String> groups, Map<String, List<String>> extra) {
    /** The group that may do everything. */
    public static final String MASTERS = "system:masters";

    /** The group of everyone who proved who they are. */
    public static final String AUTHENTICATED = "system:authenticated";

    /** A user without further facts. */
    public static User of(String name, List<String> groups) {
        return new User(name, "", groups, Map.of());
    }

    /** Whether no rule needs to be asked. */
    public boolean isMaster() {
        return groups.contains(MASTERS);
    }
}
