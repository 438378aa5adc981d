package io.fluxj.cli.bootstrap.host;

/**
 * The repository that is asked for.
 *
 * @param owner user, organisation, group or project
 * @param name of the repository
 * @param personal whether the owner is a user
 * @param visibility who may see it when it is made
 * @param branch its default branch when it is made
 * @param reconcile whether one that is there is brought to these settings
 */
public record WantedRepository(
        String owner, String name, boolean personal, Visibility visibility, String branch, boolean reconcile) {
    /** What repositories that are made here say of themselves. */
    static final String DESCRIPTION = "Flux configuration, made by fluxj bootstrap";

    /** Refuses names that would lead elsewhere within a host's API. */
    public WantedRepository {
        if (owner.isBlank()) {
            throw new IllegalArgumentException("the owner is missing; name it by --owner");
        }
        if (name.isBlank() || name.contains("/") || name.startsWith(".")) {
            throw new IllegalArgumentException("'" + name + "' is no name of a repository; name it by --repository");
        }
    }

    /** Who may see a repository. */
    public enum Visibility {
        PRIVATE,
        /** Every user of the host. */
        INTERNAL,
        PUBLIC;

        /** Whether not everybody may. */
        boolean isRestricted() {
            return this != PUBLIC;
        }
    }

    /** {@code owner/name}. */
    public String path() {
        return owner + "/" + name;
    }
}
