package io.fluxj.kustomize.filter.namespace;

import io.fluxj.kustomize.BuildException;

/** Which subjects of role bindings get the namespace. */
public enum SubjectMode {
    /** Those that are called {@code default}. */
    DEFAULT_ONLY,
    /** All service accounts. */
    ALL_SERVICE_ACCOUNTS,
    NONE;

    /** Reads {@code setRoleBindingSubjects}. */
    public static SubjectMode of(String name) {
        return switch (name) {
            case "", "defaultOnly" -> DEFAULT_ONLY;
            case "allServiceAccounts" -> ALL_SERVICE_ACCOUNTS;
            case "none" -> NONE;
            default ->
                throw BuildException.because("invalid value '" + name + "' for setRoleBindingSubjects")
                        .hint("use defaultOnly, none or allServiceAccounts");
        };
    }
}
