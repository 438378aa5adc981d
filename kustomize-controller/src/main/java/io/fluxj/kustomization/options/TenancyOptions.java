package io.fluxj.kustomization.options;

import io.fluxj.runtime.target.KubeconfigRules;
import picocli.CommandLine.Option;

/** Whose rights are used when an object names no service account. Source: flags-endpoints §1. */
public final class TenancyOptions {

    @Option(
            names = "--default-service-account",
            defaultValue = "",
            paramLabel = "NAME",
            description = "Service account, in the namespace of the object, to apply with when the object names none.")
    private String defaultServiceAccount = "";

    @Option(names = "--default-kubeconfig-service-account", defaultValue = "", paramLabel = "NAME")
    private String kubeconfigServiceAccount = "";

    @Option(names = "--default-decryption-service-account", defaultValue = "", paramLabel = "NAME")
    private String decryptionServiceAccount = "";

    @Option(
            names = "--insecure-kubeconfig-exec",
            arity = "0..1",
            defaultValue = "false",
            fallbackValue = "true",
            description = "Let kubeconfigs of other clusters run programs in the controller that tell credentials.")
    private boolean insecureKubeconfigExec;

    @Option(
            names = "--insecure-kubeconfig-tls",
            arity = "0..1",
            defaultValue = "false",
            fallbackValue = "true",
            description = "Let kubeconfigs of other clusters leave the server's certificate unchecked.")
    private boolean insecureKubeconfigTls;

    /** Applies for objects that name none; empty for the controller's own rights. */
    public String defaultServiceAccount() {
        return defaultServiceAccount;
    }

    /** Whether an account is set whose use needs workload identity of objects. */
    public boolean needsWorkloadIdentity() {
        return !kubeconfigServiceAccount.isEmpty() || !decryptionServiceAccount.isEmpty();
    }

    /** What kubeconfigs of other clusters may do. */
    public KubeconfigRules kubeconfigRules() {
        return new KubeconfigRules(insecureKubeconfigExec, insecureKubeconfigTls);
    }
}
