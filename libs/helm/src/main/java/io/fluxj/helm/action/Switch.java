package io.fluxj.helm.action;

/** What an action does or leaves out besides its work. */
public enum Switch {
    NO_HOOKS,
    /** Of waiting: Jobs count as ready only when they are complete. */
    WAIT_FOR_JOBS,
    /** An install may use the name of a release that failed or was uninstalled. */
    REPLACE,
    /** Objects that are there already and belong to nobody, or to somebody else, become the release's. */
    TAKE_OWNERSHIP,
    CREATE_NAMESPACE,
    NO_SCHEMA_VALIDATION,
    /** The server ignores fields that it does not know. */
    NO_OPENAPI_VALIDATION,
    /** Objects are replaced instead of patched; only where the client merges. */
    FORCE,
    /** What a failed upgrade or rollback created is deleted again. */
    CLEANUP_ON_FAILURE,
    /** The values of the last revision count below those that are given. */
    REUSE_VALUES,
    /** The records of what is uninstalled stay. */
    KEEP_HISTORY
}
